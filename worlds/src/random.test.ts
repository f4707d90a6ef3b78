import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { randomFor } from './random.ts'

test('one key gives one stream, another key another', () => {
  const draw = (key: string) => Array.from({ length: 20 }, randomFor(key).fraction)
  assert.deepEqual(draw('a'), draw('a'))
  assert.notDeepEqual(draw('a'), draw('b'))
})

test('whole numbers stay within both bounds and reach them', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (key, from, span) => {
      const random = randomFor(key)
      const drawn = Array.from({ length: 60 }, () => random.integer(from, from + span))
      assert.ok(drawn.every((value) => Number.isInteger(value) && value >= from && value <= from + span))
    }),
  )
  const random = randomFor('dice')
  assert.deepEqual([...new Set(Array.from({ length: 200 }, () => random.integer(1, 6)))].sort(), [1, 2, 3, 4, 5, 6])
})

test('a shuffle keeps every item, and a weight of nothing is never drawn', () => {
  const items = Array.from({ length: 50 }, (_, index) => index)
  const random = randomFor('cards')
  const shuffled = random.shuffled(items)
  assert.notDeepEqual(shuffled, items)
  assert.deepEqual(
    shuffled.toSorted((a, b) => a - b),
    items,
  )
  const weights = [
    ['often', 9],
    ['seldom', 1],
    ['never', 0],
  ] as const
  const drawn = Array.from({ length: 2000 }, () => random.weighted(weights))
  const often = drawn.filter((word) => word === 'often').length
  assert.ok(often > 1650 && often < 1950, `${often}`)
  assert.equal(drawn.includes('never'), false)
})

test('nothing can be picked from nothing', () => {
  assert.throws(() => randomFor('empty').pick([]), RangeError)
})
