import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { coalesce } from './coalesce.ts'

const asking = ({ mock }: TestContext) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const seen = { asked: 0, tick: (ms: number) => mock.timers.tick(ms) }
  const crowd = coalesce(() => {
    seen.asked += 1
  }, 2_000)
  return { seen, ...crowd }
}

test('the first hint after a quiet while is looked into at once', (t) => {
  const { seen, ask } = asking(t)
  ask()
  assert.equal(seen.asked, 1)
  seen.tick(2_000)
  assert.equal(seen.asked, 1)
  ask()
  assert.equal(seen.asked, 2)
})

test('a hundred hints in a busy while ask the server once every two seconds, and the last one is not forgotten', (t) => {
  const { seen, ask } = asking(t)
  for (let hint = 0; hint < 100; hint += 1) {
    ask()
    seen.tick(99)
  }
  assert.equal(seen.asked, 5)
  seen.tick(2_000)
  assert.equal(seen.asked, 6)
})

test('a screen that was left asks no more', (t) => {
  const { seen, ask, stop } = asking(t)
  ask()
  ask()
  stop()
  seen.tick(10_000)
  assert.equal(seen.asked, 1)
})
