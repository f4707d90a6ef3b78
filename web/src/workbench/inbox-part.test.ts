import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSamePart, isWhole, partIn, partOfView, searchOfPart } from './inbox-part.ts'

test('an address opens with the part that 郭书记 sent to a colleague', () => {
  const part = { show: 'overdue', kind: 'complaint', q: '路灯 & 92号楼' } as const
  assert.deepEqual(partIn(searchOfPart(part)), part)
  assert.equal(searchOfPart({}), '')
})

test('what does not exist, is empty or too long asks for no more than can be asked', () => {
  assert.ok(isWhole(partIn('?show=everything&kind=party&q=%20')))
  assert.equal(partIn(`?q=${'灯'.repeat(50)}`).q, '灯'.repeat(40))
})

test('a kept view is the part that its link opens', () => {
  const part = partOfView({ show: 'overdue', kind: null, q: '路灯' })
  assert.deepEqual(part, { show: 'overdue', q: '路灯' })
  assert.ok(isSamePart(partIn(searchOfPart(part)), part))
  assert.ok(!isSamePart(part, { show: 'overdue' }))
})
