import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneByOne } from './one-by-one.ts'

const isLost = (failure: string) => failure === 'lost'

test('one that is refused stays behind with its reason, the next ones are done', async () => {
  const tried: string[] = []
  const ran = await oneByOne<string>(
    ['a', 'b', 'c'],
    async (id) => {
      tried.push(id)
      return id === 'b' ? { done: false, failure: 'already-theirs' } : { done: true }
    },
    { isLost },
  )
  assert.deepEqual(tried, ['a', 'b', 'c'])
  assert.deepEqual(ran, { done: ['a', 'c'], failed: new Map([['b', 'already-theirs']]) })
})

test('without a net the rest is not tried', async () => {
  const tried: string[] = []
  const ran = await oneByOne<string>(
    ['a', 'b', 'c'],
    async (id) => {
      tried.push(id)
      return id === 'a' ? { done: true } : { done: false, failure: 'lost' }
    },
    { isLost },
  )
  assert.deepEqual(tried, ['a', 'b'])
  assert.deepEqual([ran.done, [...ran.failed.keys()]], [['a'], ['b']])
})

test('where it stands is told after each, never two at once', async () => {
  let underway = 0
  const steps: number[] = []
  await oneByOne<string>(
    ['a', 'b', 'c'],
    async () => {
      underway += 1
      assert.equal(underway, 1)
      await new Promise((resolve) => setTimeout(resolve, 1))
      underway -= 1
      return { done: true }
    },
    { isLost, onStep: ({ done }) => steps.push(done.length) },
  )
  assert.deepEqual(steps, [1, 2, 3])
})
