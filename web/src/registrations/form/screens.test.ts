import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDraft } from './draft.ts'
import { screenAt, screensOf, stepOf } from './screens.ts'

const place = { subAreaCount: 3 }

test('standard: six screens in four steps', () => {
  assert.deepEqual(screensOf('standard', emptyDraft, place).map(stepOf), [1, 2, 3, 3, 3, 4])
})

test('elder: one question a screen, and none that has only one answer', () => {
  const draft = { ...emptyDraft, staircaseCount: 1, dwellingId: 'd' }
  assert.deepEqual(screensOf('elder', draft, { subAreaCount: 1 }), [
    'trueName',
    'documentKind',
    'documentNumber',
    'building',
    'floor',
    'dwelling',
    'memberKind',
    'tenure',
    'name',
    'party',
    'consents',
  ])
  assert.ok(screensOf('elder', { ...draft, documentKind: 'passport' }, place).includes('birthOn'))
})

test('who changes to the elder version on the way stays at the same place, and back', () => {
  assert.equal(screenAt(screensOf('elder', emptyDraft, place), 'where'), 'subArea')
  assert.equal(screenAt(screensOf('standard', emptyDraft, place), 'floor'), 'where')
  for (const nonsense of [undefined, '', 'toString', 'nowhere'])
    assert.equal(screenAt(screensOf('standard', emptyDraft, place), nonsense), 'who')
})

test('nobody asks a child for a Party badge', () => {
  for (const mode of ['standard', 'elder'] as const)
    assert.ok(!screensOf(mode, emptyDraft, { ...place, isChild: true }).includes('party'))
})
