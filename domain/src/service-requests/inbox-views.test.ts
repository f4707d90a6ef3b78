import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inboxViewNameMaxCodePoints, keepInboxView, mostInboxViews } from './inbox-views.ts'

const lamps = { show: undefined, kind: undefined, q: '路灯' } as const
const codeOf = (name: string, part: Parameters<typeof keepInboxView>[1], beside = 0) => {
  const kept = keepInboxView(name, part, beside)
  return kept.ok ? 'ok' : kept.violation.code
}

test('a part is kept under a short name; the whole inbox is none', () => {
  assert.equal(codeOf('路灯', lamps), 'ok')
  assert.equal(codeOf('灯'.repeat(inboxViewNameMaxCodePoints), lamps), 'ok')
  assert.equal(codeOf('灯'.repeat(inboxViewNameMaxCodePoints + 1), lamps), 'view-not-named')
  assert.equal(codeOf('  ', lamps), 'view-not-named')
  assert.equal(codeOf('全部', { show: undefined, kind: undefined, q: undefined }), 'view-is-whole')
  for (const part of [{ show: 'overdue' }, { kind: 'complaint' }] as const)
    assert.equal(codeOf('急的', { show: undefined, kind: undefined, q: undefined, ...part }), 'ok')
})

test('there is room for eight', () => {
  assert.equal(codeOf('路灯', lamps, mostInboxViews - 1), 'ok')
  assert.equal(codeOf('路灯', lamps, mostInboxViews), 'too-many-views')
})
