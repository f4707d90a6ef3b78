import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hasBlank } from './blanks.ts'
import { isNamedBody, isStatedReason } from './stated-reason.ts'
import { isSubstantiveAnswer } from './substantive-answer.ts'

const hollow = [
  '',
  '  ',
  '\u3000',
  '\u200b',
  '。',
  '……',
  '——',
  '!!!',
  '1111',
  '12345678',
  '17:30',
  'aaaa',
  'aAaA',
  'a',
  'ab',
  '漏',
  '哈哈哈哈',
]
const courteous = ['收到', '好的，谢谢', '您好', '👍', '[强]', '会尽快处理', 'ok', 'OK thanks', '请稍等']
const reasons = [
  '还漏',
  '没修好',
  '还是黑的',
  '等配件，周五到货',
  '名册上没有这个人',
  '妇联来问这户人家',
  '街道人口普查，核对 92 号楼住户',
  '在群里骂人三次，劝过',
  '骂了邻居',
  '吵到邻居',
  'The lamp is still dark',
  'ไฟยังดับอยู่',
]

describe('what is a reason', () => {
  for (const text of [...hollow, ...courteous])
    it(`孙主任 gives ${JSON.stringify(text)} as a reason: it is none`, () => assert.equal(isStatedReason(text), false))
  for (const text of reasons)
    it(`孙主任 gives ${JSON.stringify(text)} as a reason: it is one`, () => assert.equal(isStatedReason(text), true))

  it('no pile of digits, marks, emoji and white space ever is one', () => {
    const noise = fc.stringMatching(/^[\d\s.,;:!?。，！？…—~*#()（）👍🙏]{0,60}$/u)
    fc.assert(fc.property(noise, (text) => assert.equal(isStatedReason(text), false)))
  })

  it('one character, however often and with whatever between, never is one', () => {
    const one = fc.constantFrom('a', 'Z', '啊', '看', '1', '。')
    const between = fc.constantFrom('', ' ', '，', '！', '👍')
    fc.assert(
      fc.property(one, between, fc.integer({ min: 1, max: 40 }), (character, mark, times) => {
        assert.equal(isStatedReason(Array(times).fill(character).join(mark)), false)
      }),
    )
  })

  it('noise and courtesies around a reason never take it away', () => {
    const around = fc.array(fc.constantFrom('收到', '谢谢', '您好', '1111', '……', '👍', '。'), { maxLength: 6 })
    fc.assert(
      fc.property(around, fc.constantFrom(...reasons), around, (before, reason, after) => {
        assert.equal(isStatedReason([...before, reason, ...after].join('，')), true)
      }),
    )
  })

  it('whatever is a reason and leaves no blank could be an answer too, never the other way round by force', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        if (isStatedReason(text) && !hasBlank(text)) assert.equal(isSubstantiveAnswer(text), true)
      }),
    )
  })
})

describe('who has it in hand now', () => {
  const nobody = ['', 'a', 'aa', '1', '12345', '。。', '👍', '相关部门', '有关部门。', '上级', '上级领导', '交有关单位']
  for (const text of nobody) it(`${JSON.stringify(text)} names nobody`, () => assert.equal(isNamedBody(text), false))
  for (const text of ['市政', '派出所', '区市政养护中心', '12345 热线', 'EMS', '街道城管科，李科'])
    it(`${JSON.stringify(text)} names a body`, () => assert.equal(isNamedBody(text), true))
})
