import assert from 'node:assert/strict'
import test from 'node:test'
import { createGate } from './gate.ts'

test('two are inside, the third enters when one leaves, in the order of coming', async () => {
  const gate = createGate({ atOnce: 2, maxWaitingWeight: 100 })
  const order: string[] = []
  const [first, second] = await Promise.all([gate.enter(1), gate.enter(1)])
  const third = gate.enter(1).then(() => order.push('third'))
  const fourth = gate.enter(1).then(() => order.push('fourth'))
  await new Promise(setImmediate)
  assert.deepEqual(order, [])
  first?.()
  first?.()
  await third
  await new Promise(setImmediate)
  assert.deepEqual(order, ['third'])
  second?.()
  await fourth
  assert.deepEqual(order, ['third', 'fourth'])
})

test('where too much waits already the next one is turned away at once', async () => {
  const gate = createGate({ atOnce: 1, maxWaitingWeight: 10 })
  const leave = await gate.enter(99)
  const waiting = gate.enter(10)
  assert.equal(await gate.enter(1), undefined)
  leave?.()
  assert.notEqual(await waiting, undefined)
})
