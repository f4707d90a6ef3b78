import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWhole, partIn, searchOfPart } from './inbox-part.ts'

test('an address opens with the part that 郭书记 sent to a colleague', () => {
  const part = { show: 'overdue', kind: 'complaint', q: '路灯 & 92号楼' } as const
  assert.deepEqual(partIn(searchOfPart(part)), part)
  assert.equal(searchOfPart({}), '')
})

test('what does not exist, is empty or too long asks for no more than can be asked', () => {
  assert.ok(isWhole(partIn('?show=everything&kind=party&q=%20')))
  assert.equal(partIn(`?q=${'灯'.repeat(50)}`).q, '灯'.repeat(40))
})
