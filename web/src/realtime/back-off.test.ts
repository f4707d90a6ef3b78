import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backOffMs } from './back-off.ts'

const longest = () => 1
const shortest = () => 0

test('each failure doubles the wait, from one second to thirty and no further', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 60, 5_000].map((failures) => backOffMs(failures, longest))
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000])
})

test('chance takes at most half of the wait, so that nobody hammers and a street does not come back at once', () => {
  for (const failures of [0, 3, 9]) {
    const whole = backOffMs(failures, longest)
    assert.equal(backOffMs(failures, shortest), whole / 2)
    const drawn = Array.from({ length: 200 }, () => backOffMs(failures))
    assert.ok(drawn.every((waitMs) => waitMs >= whole / 2 && waitMs <= whole))
    assert.ok(new Set(drawn).size > 100)
  }
})
