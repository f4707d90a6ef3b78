import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rollFaultCodes } from '@shequtong/domain/dwelling-roll/roll-row'
import { rollFields } from '@shequtong/domain/dwelling-roll/roll-words'
import english from '../messages/en/dwelling-roll.ts'
import chinese from '../messages/zh-CN/dwelling-roll.ts'

for (const [language, words] of Object.entries({ chinese, english })) {
  test(`every fault of a row has one sentence of its own in ${language}, and no sentence is left without its fault`, () => {
    assert.deepEqual(Object.keys(words.faults).sort(), [...rollFaultCodes].sort())
    for (const code of rollFaultCodes) assert.ok(words.faults[code].length > 4, code)
    assert.equal(new Set(Object.values(words.faults)).size, rollFaultCodes.length)
  })

  test(`every column of a roll has a name in ${language}`, () => {
    assert.deepEqual(Object.keys(words.fields).sort(), [...rollFields].sort())
  })
}
