import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type StepTimes, stepsOf } from './step.ts'

const submittedAt = '2026-11-22T11:42:00.000Z'
const none: StepTimes = { submittedAt, readAt: null, answeredAt: null, resolvedAt: null, confirmedAt: null }
const states = (times: Partial<StepTimes>) => stepsOf({ ...none, ...times }).map(({ state }) => state)

test('what was just said waits to be heard', () => {
  assert.deepEqual(states({}), ['now', 'todo', 'todo', 'todo'])
})

test('a matter said to be solved waits for its resident, and no clock runs', () => {
  const at = '2026-11-23T02:30:00.000Z'
  assert.deepEqual(states({ readAt: at, answeredAt: at, resolvedAt: at }), ['done', 'done', 'done', 'yours'])
})

test('an answer given without opening the matter first counts as heard, with no time of its own', () => {
  const steps = stepsOf({ ...none, answeredAt: '2026-11-22T11:54:00.000Z' })
  assert.deepEqual(steps[0], { key: 'read', state: 'done' })
  assert.equal(steps[1]?.tookMs, 12 * 60_000)
  assert.equal(steps[2]?.state, 'now')
})

test('the resident has the last word', () => {
  const at = '2026-11-23T02:30:00.000Z'
  assert.deepEqual(states({ readAt: at, answeredAt: at, resolvedAt: at, confirmedAt: at }), [
    'done',
    'done',
    'done',
    'done',
  ])
})
