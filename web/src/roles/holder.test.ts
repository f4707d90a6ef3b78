import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holderFaults, holderOf, noHolder } from './holder.ts'

const now = new Date('2026-05-04T02:00:00Z')
const sun = { phone: '138 0013 8000', shownName: '孙主任', endsOn: '' }

test('a director with an office in the name and no last day is granted as typed', () => {
  assert.deepEqual(holderFaults(sun, now), {})
  assert.equal(holderOf(sun).endsOn, null)
})

test('who presses at once is told at every field that cannot stay empty', () => {
  assert.deepEqual(Object.keys(holderFaults(noHolder, now)).sort(), ['phone', 'shownName'])
})

test('a last day in the past is refused, today is not', () => {
  assert.equal(holderFaults({ ...sun, endsOn: '2026-05-03' }, now).endsOn, 'ends-on-past')
  assert.deepEqual(holderFaults({ ...sun, endsOn: '2026-05-04' }, now), {})
})
