import type { Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Sex } from './names.ts'
import type { DemoPerson, PersonId } from './person-types.ts'
import type { DemoCommunityKey } from './territory-types.ts'

/** A person who speaks in a story. Numbers and dates that nobody reads are dealt out in people.ts. */
export interface CastMember {
  readonly id: PersonId
  /** `吴 雯`: surname, given name (invented); without a given name one is drawn. */
  readonly name: string
  readonly sex: Sex
  readonly birthYear: number
  readonly shownName: string
  readonly community: DemoCommunityKey
  /** `92/2/502`. */
  readonly dwelling: string
  readonly tenure: Tenure
  readonly extra: Partial<
    Pick<DemoPerson, 'partyMember' | 'elderMode' | 'standing' | 'onRoll' | 'joinedDaysBefore' | 'roles'>
  >
}

const sexOf = { f: 'female', m: 'male' } as const
const tenureOf = { o: 'propertyOwner', c: 'coOwner', t: 'tenant', f: 'family' } as const
type Sketch = readonly [
  id: PersonId,
  name: string,
  sexAndTenure: `${keyof typeof sexOf}${keyof typeof tenureOf}`,
  birthYear: number,
  dwelling: string,
  shownName: string,
  extra?: CastMember['extra'],
]

const of = (community: DemoCommunityKey, sketches: readonly Sketch[]): CastMember[] =>
  sketches.map(([id, name, letters, birthYear, dwelling, shownName, extra = {}]) => ({
    id,
    name,
    sex: sexOf[letters[0] as keyof typeof sexOf],
    birthYear,
    shownName,
    community,
    dwelling,
    tenure: tenureOf[letters[1] as keyof typeof tenureOf],
    extra,
  }))

const lead = (territoryCode: string, building: `${DemoCommunityKey}/${number}`): Pick<DemoPerson, 'roles'> => ({
  roles: [{ role: 'buildingLead', territoryCode, building }],
})

/** Surnames and roles of 吴, 卢, 金 as in the newspaper report, given names invented. */
export const cast: readonly CastMember[] = [
  ...of('baoshan-9', [
    ['wu', '吴 雯', 'fo', 1988, '92/2/502', '吴女士'],
    ['li-92', '李 昊', 'mc', 1986, '92/2/502', '李先生'],
    ['wu-newcomer', '吴 晓芸', 'fo', 1990, '92/2/302', '吴女士', { standing: 'stranger', onRoll: 'otherPhone' }],
    ['lin', '林 一舟', 'mt', 1996, '18/1/601', '林先生', { standing: 'stranger' }],
    ['lu', '卢 佩兰', 'fo', 1964, '42/1/101', '卢阿姨', { partyMember: true, ...lead('310113003040', 'baoshan-9/42') }],
    ['gu', '顾 永年', 'mo', 1949, '36/2/201', '顾老伯', { elderMode: true }],
    ['shen', '沈 悦', 'fo', 1991, '18/2/402', '沈女士'],
    ['chen', '陈 立强', 'mo', 1979, '71/2/303', '陈先生'],
    ['wang', '王 晓东', 'mo', 1983, '20/1/104', '王先生'],
    ['huang', '黄 国梁', 'mo', 1972, '36/1/502', '黄先生'],
    ['he', '何 志刚', 'mo', 1981, '5/1/402', '何先生'],
    ['zhang-22', '张 嘉宁', 'ft', 1994, '22/1/302', '张女士'],
    ['xu-16', '徐 天一', 'mt', 1998, '16/2/501', '小徐'],
    [
      'qian-10',
      '钱 德福',
      'mo',
      1955,
      '10/1/102',
      '老钱',
      { partyMember: true, ...lead('310113003040', 'baoshan-9/10') },
    ],
    ['zhou-55', '周', 'fo', 1987, '55/1/301', '豆豆妈妈'],
    ['tang-3', '唐', 'mo', 1985, '3/2/903', '唐先生'],
    ['feng-1', '冯', 'fo', 1993, '1/1/1002', '冯女士'],
    ['zhu-48', '朱', 'fo', 1958, '48/2/101', '朱阿姨'],
    ['ma-60', '马', 'mo', 1990, '60/1/602', '马先生'],
    ['lu-13', '陆', 'fo', 1968, '13/1/203', '陆阿姨'],
    ['deng-27', '邓', 'mt', 1999, '27/1/603', '小邓'],
    ['xie-80', '谢', 'mo', 1952, '80/1/401', '谢老伯', { elderMode: true }],
    ['han-66', '韩', 'fo', 1992, '66/2/302', '韩女士'],
    ['dong-96', '董', 'mo', 1984, '96/1/602', '董先生'],
    ['yu-2', '于', 'fo', 1989, '2/2/701', '于女士'],
    ['cao-31', '曹', 'fo', 1976, '31/1/301', '曹女士'],
    ['peng-88', '彭', 'mo', 1995, '88/1/502', '小彭'],
    [
      'jiang-44',
      '蒋',
      'fo',
      1961,
      '44/1/201',
      '蒋阿姨',
      { partyMember: true, ...lead('310113003040', 'baoshan-9/44') },
    ],
    ['ding-4', '丁', 'mo', 1978, '4/1/1101', '丁先生'],
    ['ap-huang', '黄 文英', 'fo', 1975, '36/1/301', '黄女士', { standing: 'applicant', joinedDaysBefore: 0 }],
    [
      'ap-zhou',
      '周 立群',
      'mo',
      1982,
      '55/3/102',
      '周先生',
      { standing: 'applicant', onRoll: 'absent', joinedDaysBefore: 0 },
    ],
    ['ap-he', '何 建新', 'mc', 1986, '5/1/402', '小何', { standing: 'applicant', joinedDaysBefore: 0 }],
    [
      'ap-song',
      '宋 涵',
      'ff',
      1997,
      '42/3/502',
      '宋女士',
      { standing: 'applicant', onRoll: 'absent', joinedDaysBefore: 1 },
    ],
  ]),
  ...of('gongkang-2', [
    ['jin', '金 惠珍', 'fo', 1958, '83/2/101', '金阿姨', { elderMode: true }],
    ['yao-83', '姚', 'mo', 1956, '83/1/202', '姚老师', { partyMember: true }],
    ['shi-76', '石', 'fo', 1990, '76/1/501', '石女士'],
    ['fan-90', '范', 'mo', 1988, '90/1/804', '范先生'],
    ['ren-71', '任', 'ft', 1997, '71/2/302', '小任'],
    ['dai-87', '戴', 'mo', 1967, '87/1/102', '戴师傅'],
  ]),
  ...of('tonghe-4', [
    ['su-3', '苏', 'fo', 1957, '3/1/201', '苏阿姨', { elderMode: true }],
    ['cai-7', '蔡', 'mo', 1992, '7/2/503', '蔡先生'],
    ['wei-12', '魏', 'fo', 1986, '12/3/402', '魏女士'],
    ['jia-15', '贾', 'mo', 1975, '15/2/601', '贾先生'],
    ['xue-19', '薛', 'ft', 1996, '19/1/302', '小薛'],
  ]),
  ...of('wusong', [
    ['tian-2', '田', 'mo', 1954, '2/1/103', '田老伯', { elderMode: true }],
    ['pan-9', '潘', 'fo', 1985, '9/2/402', '潘女士'],
    ['xia-16', '夏', 'mo', 1993, '16/1/1203', '夏先生'],
    ['zhong-5', '钟', 'fo', 1969, '5/1/302', '钟阿姨', { partyMember: true }],
    ['wan-14', '万', 'mt', 1998, '14/2/601', '小万'],
  ]),
]
