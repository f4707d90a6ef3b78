import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDraft, isBlank, parseDraft } from './draft.ts'

const fresh = emptyDraft('92号楼')

test('whoever kept nothing, or nonsense, begins anew at their own building', () => {
  for (const kept of [null, '', '{', 'null', '[]', '7', '{"kind":"gossip","text":4,"photoIds":"x"}'])
    assert.deepEqual(parseDraft(kept, '92号楼'), fresh)
})

test('a closed page gives back the words, the place and the photos that were sent', () => {
  const draft = {
    ...fresh,
    boardId: 'b',
    scope: 'staircase',
    kind: 'complaint',
    text: '路灯不亮',
    place: '北门',
    visibility: 'private',
    photoIds: ['a'],
  } as const
  assert.deepEqual(parseDraft(JSON.stringify(draft), '92号楼'), draft)
})

test('a place that was emptied on purpose stays empty', () => {
  assert.equal(parseDraft(JSON.stringify({ ...fresh, place: '' }), '92号楼').place, '')
})

test('a suggested place alone is no draft, a photo without words is one', () => {
  assert.equal(isBlank(fresh), true)
  assert.equal(isBlank({ ...fresh, text: ' \n' }), true)
  assert.equal(isBlank({ ...fresh, photoIds: ['a'] }), false)
})
