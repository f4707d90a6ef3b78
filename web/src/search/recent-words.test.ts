import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRecent, rememberedWords, withRecent } from './recent-words.ts'

test('the latest words stand first, each once, and the oldest are forgotten', () => {
  assert.deepEqual(withRecent(['路灯', '电梯'], '电梯'), ['电梯', '路灯'])
  const many = Array.from({ length: rememberedWords }, (_, n) => `词${n}`)
  assert.deepEqual(withRecent(many, '新词'), ['新词', ...many.slice(0, -1)])
})

test('what was kept is read back, and what is no list of words is none', () => {
  assert.deepEqual(parseRecent(JSON.stringify(['路灯', 7, null, '电梯'])), ['路灯', '电梯'])
  for (const kept of [null, '', '{', '{"a":1}', '"路灯"']) assert.deepEqual(parseRecent(kept), [])
})
