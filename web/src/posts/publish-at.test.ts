import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from './publish-at.ts'

test('a day and a clock are those of the community, wherever the browser stands', () => {
  assert.equal(instantOf('2026-03-03', '08:30'), '2026-03-03T00:30:00.000Z')
  assert.equal(instantOf('2026-03-03', '00:05:00'), '2026-03-02T16:05:00.000Z')
})

test('half a moment is none', () => {
  assert.equal(instantOf('', '08:30'), undefined)
  assert.equal(instantOf('2026-03-03', ''), undefined)
  assert.equal(instantOf('2026-13-45', '08:30'), undefined)
})
