import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coalesce } from './coalesce.ts'

test('a hundred hints in a busy minute ask the server once every two seconds', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  let asked = 0
  const { ask } = coalesce(() => {
    asked += 1
  }, 2_000)
  for (let hint = 0; hint < 100; hint += 1) {
    ask()
    mock.timers.tick(100)
  }
  assert.equal(asked, 5)
})

test('a screen that was left asks no more', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  let asked = 0
  const { ask, stop } = coalesce(() => {
    asked += 1
  }, 2_000)
  ask()
  stop()
  mock.timers.tick(10_000)
  assert.equal(asked, 0)
})
