import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnToOf } from './return-to.ts'

test('who signs in on the way to a page of ours arrives there', () => {
  assert.equal(returnToOf('/j/ABCD-1234/register?at=where'), '/j/ABCD-1234/register?at=where')
})

test('a link that would lead out of the house is forgotten', () => {
  for (const asked of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])
    assert.equal(returnToOf(asked), null, String(asked))
})
