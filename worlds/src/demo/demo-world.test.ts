import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDemoWorld } from './demo-world.ts'

test('the same end gives the same world; a later end moves times and nothing else', () => {
  const endsAt = new Date('2026-11-23T16:08:00+08:00')
  const world = createDemoWorld(endsAt)
  assert.deepEqual(createDemoWorld(endsAt), world)
  const later = createDemoWorld(new Date('2026-12-04T09:00:00+08:00'))
  assert.deepEqual(later.people, world.people)
  assert.deepEqual(later.roll, world.roll)
  assert.notDeepEqual(later.stories[0]?.askedAt, world.stories[0]?.askedAt)
})
