import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkExport } from './data-export.ts'

const at = (text: string) => new Date(`2026-11-${text}Z`)

test('three copies in 24 hours, the fourth waits until the oldest of them is a day old', () => {
  const now = at('20T12:00:00')
  const taken = [at('20T09:00:00'), at('19T13:00:00'), at('20T11:00:00')]
  assert.ok(checkExport([], now).ok)
  assert.ok(checkExport(taken.slice(1), now).ok)
  assert.deepEqual(checkExport(taken, now), {
    ok: false,
    violation: { code: 'too-many-exports', againAt: at('20T13:00:00') },
  })
  assert.ok(checkExport(taken, at('20T13:00:00')).ok)
})

test('with more than three on record the third newest decides', () => {
  const taken = [at('20T08:00:00'), at('20T09:00:00'), at('20T10:00:00'), at('20T11:00:00')]
  const checked = checkExport(taken, at('20T12:00:00'))
  assert.ok(!checked.ok)
  assert.deepEqual(checked.violation.againAt, at('21T09:00:00'))
})
