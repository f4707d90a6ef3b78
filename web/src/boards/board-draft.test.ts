import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moved, settingsOf, toSend } from './board-draft.ts'

test('a board moves by one place and never out of the list', () => {
  const order = ['a', 'b', 'c']
  assert.deepEqual(moved(order, 1, -1), ['b', 'a', 'c'])
  assert.deepEqual(moved(order, 1, 1), ['a', 'c', 'b'])
  assert.deepEqual(moved(order, 0, -1), order)
  assert.deepEqual(moved(order, 2, 1), order)
})

test('a name of spaces is none, and where residents do not speak nobody is bound to answer', () => {
  const fresh = settingsOf(undefined)
  assert.equal(toSend({ ...fresh, name: '  ' }).name, null)
  assert.equal(toSend({ ...fresh, name: ' 花园 ' }).name, '花园')
  const answered = { ...fresh, answeringRole: 'propertyManager' } as const
  assert.equal(toSend(answered).answeringRole, 'propertyManager')
  assert.equal(toSend({ ...answered, membersPost: false }).answeringRole, null)
})
