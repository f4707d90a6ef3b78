import type { MemberKind } from '@shequtong/domain/registrations/member-kinds'
import type { Role } from '@shequtong/domain/roles/roles'
import type { Sex } from './names.ts'
import type { DemoOrganization, PersonId } from './person-types.ts'

/** Who must answer. They act by their office and need no dwelling in the community. */
export interface StaffMember {
  readonly id: PersonId
  readonly name: string
  readonly sex: Sex
  readonly birthYear: number
  readonly shownName: string
  readonly role: Role
  readonly territoryCode: string
}

type Sketch = readonly [id: PersonId, name: string, sex: 'f' | 'm', birthYear: number, shownName: string, role: Role]

const of = (territoryCode: string, sketches: readonly Sketch[]): StaffMember[] =>
  sketches.map(([id, name, sex, birthYear, shownName, role]) => ({
    id,
    name,
    sex: sex === 'f' ? 'female' : 'male',
    birthYear,
    shownName,
    role,
    territoryCode,
  }))

/** Surnames and offices of 郭, 孙, 叶 as in the newspaper report, given names invented. */
export const staff: readonly StaffMember[] = [
  ...of('310113003040', [
    ['guo', '郭 静宜', 'f', 1976, '郭书记', 'committeeSecretary'],
    ['sun', '孙 文蓉', 'f', 1984, '孙主任', 'committeeDirector'],
    ['gao', '高 洁', 'f', 1995, '小高', 'committeeMember'],
    ['zhou', '周 建明', 'm', 1973, '周经理', 'propertyManager'],
    ['zhou-repairs', '周 根福', 'm', 1968, '周师傅', 'propertyManager'],
    ['xu-owners', '许 荣林', 'm', 1966, '许老师', 'ownersCommittee'],
    ['fang-police', '方 勇', 'm', 1985, '方警官', 'policeOfficer'],
    ['luo-doctor', '罗 敏', 'f', 1982, '罗医生', 'familyDoctor'],
  ]),
  ...of('310113112017', [
    ['shao', '邵 晓萍', 'f', 1978, '邵书记', 'committeeSecretary'],
    ['meng', '孟 琳', 'f', 1989, '孟主任', 'committeeDirector'],
    ['hou', '侯 伟', 'm', 1980, '侯经理', 'propertyManager'],
  ]),
  ...of('310113008022', [
    ['kang', '康 丽红', 'f', 1974, '康书记', 'committeeSecretary'],
    ['cui', '崔 文杰', 'm', 1987, '崔主任', 'committeeDirector'],
    ['bai', '白 军', 'm', 1977, '白经理', 'propertyManager'],
  ]),
  ...of('310113007011', [
    ['ye', '叶 慧芳', 'f', 1975, '叶书记', 'committeeSecretary'],
    ['jiang', '江 海燕', 'f', 1986, '江主任', 'committeeDirector'],
    ['mao', '毛 斌', 'm', 1979, '毛经理', 'propertyManager'],
  ]),
  ...of('310113003', [['qin', '秦 立峰', 'm', 1988, '秦干事', 'subdistrictOfficer']]),
  ...of('310113112', [['shi-miaohang', '史 宏', 'm', 1983, '史干事', 'subdistrictOfficer']]),
  ...of('310113008', [['wu-zhangmiao', '武 晓琳', 'f', 1990, '武干事', 'subdistrictOfficer']]),
  ...of('310113007', [['hao-wusong', '郝 志杰', 'm', 1986, '郝干事', 'subdistrictOfficer']]),
  ...of('310113', [['du', '杜 文涛', 'm', 1977, '杜科长', 'districtOfficer']]),
]

export interface WorkingMember {
  readonly id: PersonId
  readonly name: string
  readonly sex: Sex
  readonly birthYear: number
  readonly shownName: string
  readonly memberKind: MemberKind
  readonly organization: DemoOrganization
}

const working = (
  id: PersonId,
  name: string,
  sex: 'f' | 'm',
  birthYear: number,
  shownName: string,
  memberKind: MemberKind,
  organization: DemoOrganization,
): WorkingMember => ({ id, name, sex: sex === 'f' ? 'female' : 'male', birthYear, shownName, memberKind, organization })

/** Members by their work in the community: enterprises, merchants, employees. Their firms are invented. */
export const workingMembers: readonly WorkingMember[] = [
  working('shop-noodles', '尹 福生', 'm', 1974, '尹老板', 'merchant', {
    community: 'baoshan-9',
    name: '老尹面馆',
    place: '淞宝路正门东侧门面',
  }),
  working('shop-fruit', '常 丽', 'f', 1987, '常老板', 'merchant', {
    community: 'baoshan-9',
    name: '鲜满园水果',
    place: '淞宝路正门西侧门面',
  }),
  working('firm-repairs', '汤 伟', 'm', 1980, '汤经理', 'enterprise', {
    community: 'baoshan-9',
    name: '宝顺家电维修部',
    place: '南块沿街 2 号门面',
  }),
  working('employee-courier', '段 浩', 'm', 1998, '小段', 'employee', {
    community: 'baoshan-9',
    name: '中艺花园驿站',
    place: '中艺花园西门',
  }),
  working('shop-tailor', '龚 秀珍', 'f', 1965, '龚师傅', 'merchant', {
    community: 'gongkang-2',
    name: '秀珍裁缝铺',
    place: '共康路门面',
  }),
  working('firm-care', '乔 敏', 'f', 1983, '乔院长', 'enterprise', {
    community: 'tonghe-4',
    name: '通河为老服务站',
    place: '通河四村小楼一层',
  }),
]
