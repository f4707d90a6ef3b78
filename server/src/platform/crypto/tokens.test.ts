import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { newCode, newDigits, newToken, parseCode, shortCodeHash, tokenHash } from './tokens.ts'

describe('tokens', () => {
  it('are 43 characters of base64url, never twice the same, stored as a hash', () => {
    const tokens = Array.from({ length: 1_000 }, newToken)
    assert.equal(new Set(tokens).size, 1_000)
    for (const token of tokens) assert.match(token, /^[\w-]{43}$/)
    assert.equal(tokenHash(tokens[0] ?? '').length, 32)
    assert.notDeepEqual(tokenHash(tokens[0] ?? ''), tokenHash(tokens[1] ?? ''))
  })
})

describe('a code on a poster', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

  it('is read as people type it: small letters, O for 0, l for 1, spaces, hyphens, full width', () => {
    for (let n = 0; n < 200; n += 1) {
      const code = newCode()
      assert.equal(parseCode(code), code)
      const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      assert.equal(parseCode(`${typed.slice(0, 4)}-${typed.slice(4, 8)} ${typed.slice(8)}`), code)
      const wide = [...code].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('')
      assert.equal(parseCode(wide), code)
    }
  })

  it('with any one character wrong is never taken for another', () => {
    const code = newCode()
    for (let at = 0; at < code.length; at += 1)
      for (const other of alphabet)
        if (other !== code[at]) assert.equal(parseCode(code.slice(0, at) + other + code.slice(at + 1)), null)
    for (const text of ['', code.slice(1), `${code}0`, 'U'.repeat(12), '一二三四五六七八九十一二'])
      assert.equal(parseCode(text), null)
  })
})

describe('a code by text message', () => {
  it('has six digits, leading zeros too, and is stored bound to its secret, purpose and holder', () => {
    const codes = Array.from({ length: 500 }, () => newDigits())
    for (const code of codes) assert.match(code, /^\d{6}$/)
    assert.ok(codes.some((code) => code.startsWith('0')))
    const pepper = randomBytes(32)
    const stored = shortCodeHash('012345', 'sign-in:7', pepper)
    assert.deepEqual(stored, shortCodeHash('012345', 'sign-in:7', pepper))
    for (const other of [
      shortCodeHash('012346', 'sign-in:7', pepper),
      shortCodeHash('012345', 'sign-in:8', pepper),
      shortCodeHash('012345', 'sign-in:7', randomBytes(32)),
    ])
      assert.notDeepEqual(stored, other)
  })
})
