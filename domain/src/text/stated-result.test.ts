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

describe('what is a result', () => {
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
    for (const text of ['已处理'.repeat(1666), '解决了'.repeat(1666), '一'.repeat(5000)]) isStatedResult(text)
    assert.ok(performance.now() - started < 1000)
  })
})
