import assert from 'node:assert/strict'
import { it } from 'node:test'
import { checkPublishedText } from './published-text.ts'

it('what is forbidden is refused also as the very first character', () => {
  for (const [character, code] of [
    ['\u0000', 'control-character'],
    ['\u202e', 'bidi-character'],
    ['\udc00', 'lone-surrogate'],
  ] as const)
    assert.deepEqual(checkPublishedText(`${character}灯坏了`, { minCodePoints: 1, maxCodePoints: 10 }), {
      ok: false,
      violation: { code, at: { start: 0, end: 1 } },
    })
})
