import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leftMsOf, nextAfter, stepFrom } from './inbox-order.ts'

const clock = (stoppedAt: string | null) => ({ deadlineAt: '2026-11-23T09:20:00.000Z', pausedAt: null, stoppedAt })
const waits = (serviceRequestId: string) => ({ serviceRequestId, clock: clock(null) })
const answered = (serviceRequestId: string) => ({ serviceRequestId, clock: clock('2026-11-23T08:00:00.000Z') })

test('after an answer 郭书记 looks at the next that waits, and at the top when it was the last of them', () => {
  const rows = [waits('a'), waits('b'), answered('c')]
  assert.equal(nextAfter(rows, 'a'), 'b')
  assert.equal(nextAfter(rows, 'b'), 'a')
})

test('with nothing waiting the next in the list comes up, the one above at its end, none in an empty list', () => {
  const rows = [answered('a'), answered('b')]
  assert.equal(nextAfter(rows, 'a'), 'b')
  assert.equal(nextAfter(rows, 'b'), 'a')
  assert.equal(nextAfter([answered('a')], 'a'), undefined)
  assert.equal(nextAfter([waits('a')], 'gone'), 'a')
})

test('j and k begin at the top and stay at the ends', () => {
  assert.equal(stepFrom(['a', 'b'], undefined, 1), 'a')
  assert.equal(stepFrom(['a', 'b'], 'a', 1), 'b')
  assert.equal(stepFrom(['a', 'b'], 'b', 1), 'b')
  assert.equal(stepFrom(['a', 'b'], 'a', -1), 'a')
  assert.equal(stepFrom([], undefined, 1), undefined)
})

test('a paused clock shows what was left when it paused, an answered one nothing', () => {
  const now = new Date('2026-11-23T09:00:00.000Z')
  assert.equal(leftMsOf(clock(null), now), 20 * 60_000)
  assert.equal(leftMsOf({ ...clock(null), pausedAt: '2026-11-23T08:20:00.000Z' }, now), 60 * 60_000)
  assert.equal(leftMsOf(clock('2026-11-23T08:00:00.000Z'), now), undefined)
})
