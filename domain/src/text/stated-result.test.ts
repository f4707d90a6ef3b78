import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isStatedReason } from './stated-reason.ts'
import { isStatedResult } from './stated-result.ts'

const closings = [
  '已处理',
  '已解决',
  '处理完毕',
  '已办结',
  '已落实到位',
  '问题已经解决',
  '全部处理好了',
  '已经全部整改完成',
  '搞定了',
  '好了',
  '可以了',
  '已處理',
  'done',
  'Done.',
  'solved',
  'it is fixed now',
]
const hollow = [
  ...closings,
  '',
  '……',
  '1111',
  '好的，收到',
  '已处理，已解决！👍',
  '您反映的问题已经圆满解决，感谢您的支持',
  '已处理完毕已解决',
  '吴女士，您好！您反映的问题已处理完毕。—— 宝山九村居委会',
  '✅已解决✅',
  '已\u200b解决',
  '已修',
]
const results = [
  '修好了',
  '已修好',
  '灯亮了',
  '水管已换，楼道已擦干',
  '三盏都换了，接线盒加了防水罩。',
  '漏水的问题已解决，换了阀门',
  '镇流器换新',
  '楼道杂物已清理，见照片',
  '下周起每天清运两次',
  '这条路归市政管，我们报上去了',
  'The lamp is new and works',
]

/** What is still to come: an answer, never a result. */
const plans = [
  '明天来修',
  '已安排维修',
  '明天上午物业来修',
  '下周三前修好',
  '尽快修好',
  '我们会尽快安排师傅上门',
  '已派师傅过去',
  '已通知物业，明天处理',
  '已安排维修人员尽快上门维修',
  '已预约维修师傅',
  '已督促物业尽快维修',
  '已报修',
  '正在维修',
  '维修中',
  '还在等配件',
  '等厂家发货',
  '配件到了就修',
  '已下单采购',
  '已列入计划',
  '预计下周完成',
  '争取年底前完成',
  '将于3月1日开工',
  '准备换新灯',
  '电工今天下午三点来换灯',
  '已约好周六上门',
  '先观察几天',
  '吴女士您好，已安排，明天上午上门维修，请您放心。',
  'we will fix it next week',
  'The plumber comes tomorrow',
]
/** Somebody was sent or asked, and that is all. */
const delegated = [
  '已派师傅维修',
  '已安排',
  '已联系物业处理',
  '已派电工检查',
  '已派人清理',
  '已叫师傅来修',
  '已请师傅上门',
  '已转物业维修',
  '已交物业处理',
  '已交由街道城管科处理',
  '已和物业沟通',
  '已联系电梯公司',
  '已联系供电公司抢修',
  '已委托第三方维修',
  '已派物业师傅前往查看',
  '已责成物业处理',
  '已打电话给物业经理',
  '已派单',
  '已下派工单给维修部门',
  '物业已派师傅维修',
  '已安排师傅上门',
  '已安排到位',
  '已安排专人负责跟进',
  '吴女士您好，已派师傅维修，请您放心。',
  'we asked the property manager to look into it',
  'A plumber has been sent.',
  'The property company was told',
]
/** Honest results that have words of a plan in them, or look ahead. */
const honest = [
  '师傅已修好，灯亮了',
  '已派师傅维修，灯亮了',
  '已联系物业处理，水管不漏了',
  '已派师傅换好',
  '已派师傅过去看过，线路没问题',
  '已联系电梯公司，换了门机，现在开关正常',
  '已叫停施工',
  '钥匙已交给物业',
  '电费已交',
  '已找到原因，是水泵坏了',
  '已转账给您',
  '已安排三个车位给外卖车',
  '占道车辆已移走',
  'The plumber was sent and replaced the valve',
  'We asked the owner, who removed the bicycle',
  '已于今天上午修好，试用正常',
  '今天下午三点修好',
  '报修后已修好',
  '已派师傅修好',
  '已派人清理楼道',
  '师傅已上门更换水管',
  '今天上午师傅上门更换水管',
  '昨天师傅来换了水管',
  '已联系物业更换了门锁',
  '居委会更换门锁',
  '先后更换三个灯',
  '已请专业人员更换水泵',
  '已按计划施工完毕',
  '已要求施工队停工',
  '灯已换新，明天我们再来看一次',
  '锁已经换好，明天请试一下',
  '明天起小门延到 22:00 关',
  '已安排保安每晚十点巡逻',
  '卢阿姨从周一开始接孩子',
  '已贴公示，下周一开始施工，工期十天',
  '经业委会讨论决定明年列入维修计划',
  '该路段属于市政道路，已转交区城管，由区城管处理',
  '经查，是冷凝水，无需维修',
  '按规定不能加装，原因已当面解释',
  '已检查，没有漏',
  '两天内没有再漏',
  '等候区加了椅子',
  '待遇已补发',
  '水管已维修',
  'it was repaired, we will look again tomorrow',
]

describe('what is a result', () => {
  for (const text of plans)
    it(`周师傅 states ${JSON.stringify(text)}: it is still to come, and none`, () =>
      assert.equal(isStatedResult(text), false))
  for (const text of delegated)
    it(`周师傅 states ${JSON.stringify(text)}: somebody was sent or asked, and what came of it is still to come`, () =>
      assert.equal(isStatedResult(text), false))
  for (const text of honest)
    it(`周师傅 states ${JSON.stringify(text)}: it happened or holds, and is one`, () =>
      assert.equal(isStatedResult(text), true))
  it('a plan behind a result never takes it away, and plans piled up never make one', () => {
    const some = fc.array(fc.constantFrom(...plans.filter((text) => /\p{Script=Han}/u.test(text))), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(fc.property(some, (said) => assert.equal(isStatedResult(said.join('，')), false)))
    fc.assert(
      fc.property(some, fc.constantFrom(...results), (said, result) =>
        assert.equal(isStatedResult([result, ...said].join('，')), true),
      ),
    )
  })

  for (const text of hollow)
    it(`周师傅 states ${JSON.stringify(text)}: nobody can look at it, it is none`, () =>
      assert.equal(isStatedResult(text), false))
  for (const text of results)
    it(`周师傅 states ${JSON.stringify(text)}: it is one`, () => assert.equal(isStatedResult(text), true))

  it('closings piled up, with marks, emoji and thanks, never make one', () => {
    const pieces = fc.array(fc.constantFrom(...closings, '谢谢', '您好', '👍', '[强]', '。', '1'), { maxLength: 8 })
    fc.assert(
      fc.property(pieces, fc.constantFrom('，', ' ', '！👍', '\n'), (some, mark) => {
        assert.equal(isStatedResult(some.join(mark)), false)
      }),
    )
  })

  it('closings around a result never take it away', () => {
    const pieces = fc.array(fc.constantFrom(...closings, '谢谢', '👍'), { maxLength: 4 })
    fc.assert(
      fc.property(pieces, fc.constantFrom(...results), pieces, (before, result, after) => {
        assert.equal(isStatedResult([...before, result, ...after].join('，')), true)
      }),
    )
  })

  it('is stricter than a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...results)), (text) => {
        if (isStatedResult(text)) assert.equal(isStatedReason(text), true)
      }),
    )
  })

  it('a page of 5,000 characters is judged in well under a second', () => {
    const started = performance.now()
    for (const text of ['已处理'.repeat(1666), '解决了'.repeat(1666), '一'.repeat(5000), '明天来修，'.repeat(1000)])
      isStatedResult(text)
    assert.ok(performance.now() - started < 1000)
  })
})
