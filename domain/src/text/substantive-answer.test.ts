import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isSubstantiveAnswer, whyNotSubstantive } from './substantive-answer.ts'

const notAnswers: readonly [string, string][] = [
  ...['', '   ', '\n', '。。。', '！！', '👍', '🙏🙏', '[强]', '[OK][玫瑰]', '……', '👌 👌'].map(
    (t) => [t, 'empty'] as [string, string],
  ),
  ...[
    '收到',
    '已收到',
    '收到！',
    '收到，谢谢',
    '收到谢谢',
    '收到 收到',
    '收到了',
    '好的',
    '好的好的',
    '好',
    '知道了',
    '已知悉',
    '已转',
    '已转交',
    '已转物业',
    '已转交物业处理中',
    '正在处理中',
    '处理中',
    '正在处理',
    '感谢反馈',
    '感谢您的反馈',
    '谢谢您的宝贵意见',
    '请稍等',
    '我们会尽快处理',
    '会尽快处理的，请放心',
    '您好，收到',
    '金阿姨您好，收到，谢谢您的反馈！',
    '吴女士，您好！您反映的问题我们已收到，会尽快处理，感谢您的支持与理解。',
    '@吴女士 收到',
    '@郭书记 好的',
    '郭书记收到',
    '收到，孙主任',
    '92号楼吴女士您好，已收到',
    '宝山九村居委会',
    '您好，已登记，请耐心等待。—— 宝山九村居委会',
    '已上报',
    '已上报相关部门',
    '我们高度重视',
    '正在协调',
    '马上安排',
    '第一时间为您处理',
    '正在跟进中',
    '会联系物业',
    '您好，我现在有事不在，一会再和您联系。',
    '自动回复：您好，稍后回复',
    'OK',
    'ok，收到',
    'Thanks',
    'ＯＫ',
    '嗯嗯',
    '嗯，知道了',
    '抱歉，给您添麻烦了',
    '已记录，谢谢',
    '晚上好，收到！🙏',
    '没问题',
    '1',
    '我们已将您的问题转交相关部门',
    '后续有进展会及时告知您',
    '辛苦了',
    '已处理',
    '已办结',
    '您反映的问题已处理完毕，感谢您的支持',
    '已回复',
    '已阅',
    '此件已阅',
    '已读',
    '已悉',
    '正在走流程',
    '您的问题已经进入流程',
    '收到。社区会按流程办理。',
    '已安排人处理',
    '我们马上派人过去看看',
    '好的我们尽快落实整改',
    '已收到您的留言，工作人员会在24小时内与您联系',
    '关于您反映的问题，我们已联系相关部门进行处理，感谢您的理解与支持',
    '等等看',
    '流程中',
    '酌情处理',
    '按规定办',
    '再等等',
    'Received',
    'Will do',
    'ok we will handle it',
    'we have received your message',
  ].map((t) => [t, 'receipt-only'] as [string, string]),
  ...['666', '哈哈哈哈', '顶', '赞', '啊啊啊', 'd d', '2'].map((t) => [t, 'any'] as [string, string]),
]

const answers = [
  '收到，明天上午九点物业来修',
  '收到，我明天来看',
  '明天来修',
  '周三修',
  '修好了',
  '已修好',
  '已解决',
  '已经换了新灯',
  '可以',
  '不行',
  '没有',
  '开的',
  '6点',
  '17:30',
  '好的，周六上午9点到活动室找我',
  '正在抢修',
  '水箱正在清洗，下午三点恢复供水',
  '已联系物业王经理，今晚八点前到场',
  '这个归街道管，联系人是李科，电话 021-56781234',
  '拨打12345',
  '您好，42号楼的灯已经换好，请您看一下还亮不亮',
  '您反映的问题我们已收到，经核实是水泵坏了，预计周五换好',
  '超出居委会权限，已请宝山区交通委答复',
  '楼道杂物已清理，见照片',
  '不是，是35路',
  '居委会三楼',
  '郭书记在一楼等您',
  '要业主大会表决',
  '请找九村居委会小王拿钥匙',
  '收到款项三百元',
  '收到了您的快递，放在门卫',
  '因为下雨推迟到周日',
  'The lift is back at 5 pm',
  '谢谢，不过要等配件，大概三天',
  '@吴女士 门禁卡今天补好了',
  '物业说配件下周到',
  '垃圾房已处理，冲洗了两遍',
  '树枝处理好了，锯下来的在车棚边上',
]

describe('which replies stop a clock', () => {
  for (const [text, reason] of notAnswers) {
    it(`郭书记 writes ${JSON.stringify(text)}: the clock goes on`, () => {
      const why = whyNotSubstantive(text)
      assert.ok(reason === 'any' ? why !== undefined : why === reason, `judged ${why}`)
      assert.equal(isSubstantiveAnswer(text), false)
    })
  }
  for (const text of answers) {
    it(`郭书记 writes ${JSON.stringify(text)}: the clock stops`, () => {
      assert.equal(whyNotSubstantive(text), undefined)
    })
  }

  it('marks, white space and emoji around a reply never change the verdict', () => {
    const texts = fc.constantFrom(...answers, ...notAnswers.map(([text]) => text))
    const decoration = fc.stringMatching(/^[ \n。！，~👍🙏]{0,6}$/u)
    fc.assert(
      fc.property(texts, decoration, decoration, (text, before, after) => {
        assert.equal(isSubstantiveAnswer(`${before} ${text} ${after}`), isSubstantiveAnswer(text))
      }),
    )
  })

  it('courtesies before or after an answer never take it away, and piling them up never makes one', () => {
    const courtesies = fc.array(
      fc.constantFrom('收到', '谢谢', '您好', '已转交', '会尽快处理', '请稍等', '👍', '金阿姨'),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(courtesies, fc.constantFrom(...answers), (some, answer) => {
        assert.equal(isSubstantiveAnswer([...some, answer, ...some].join('，')), true)
        assert.equal(isSubstantiveAnswer(some.join('，')), false)
        assert.equal(isSubstantiveAnswer(some.join('')), false)
      }),
    )
  })

  it('a page of 5,000 characters is judged in well under a second', () => {
    const started = performance.now()
    for (const text of ['收到'.repeat(2500), '正在会将'.repeat(1250), '一'.repeat(5000)]) isSubstantiveAnswer(text)
    assert.ok(performance.now() - started < 1000)
  })
})
