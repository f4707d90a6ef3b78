import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultIn, faultOfCode } from './word-fault.ts'

test('words that may be sent have no fault', () => {
  assert.equal(faultIn('明天上午十点我上门看', 2000), undefined)
})

test('a phone number is found and marked before it is sent', () => {
  const text = '请打 13812345678'
  const found = faultIn(text, 2000)
  assert.equal(found?.fault, 'personal')
  assert.equal(text.slice(found?.at[0]?.start, found?.at[0]?.end), '13812345678')
})

test('the server and the screen call the same fault by the same name', () => {
  assert.equal(faultIn('   ', 2000)?.fault, faultOfCode('text-too-short'))
  assert.equal(faultIn('长'.repeat(5), 4)?.fault, faultOfCode('text-too-long'))
  assert.equal(faultIn('看\u202e这里', 2000)?.fault, faultOfCode('bidi-character'))
})
