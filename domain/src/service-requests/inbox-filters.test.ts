import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsToFind } from './inbox-filters.ts'

test('every word is looked for by itself, whatever stands between them, five of them at most', () => {
  assert.deepEqual(wordsToFind(' 顾老伯　长椅\nWiFi '), ['顾老伯', '长椅', 'wifi'])
  assert.deepEqual(wordsToFind('a b c d e f'), ['a', 'b', 'c', 'd', 'e'])
  assert.deepEqual(wordsToFind(' \n '), [])
})
