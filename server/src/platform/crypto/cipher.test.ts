import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { blindIndexOf } from './blind-index.ts'
import { type CipherPlace, open, seal } from './cipher.ts'
import { suiteNames } from './cipher-suites.ts'
import { keyRingOf } from './key-ring.ts'
import { generateKeyRing, withNewSealingKey, withoutOldKeys } from './key-ring-file.ts'

const now = new Date('2026-03-01T00:00:00Z')
const place: CipherPlace = 'contacts.phone_cipher:1'

for (const suite of suiteNames)
  describe(`a value sealed with ${suite}`, () => {
    const ring = keyRingOf(generateKeyRing(suite, now))

    it('opens to itself, is different every time, and shows nothing of the text', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
          const [one, two] = [seal(ring, text, place), seal(ring, text, place)]
          assert.equal(open(ring, one, place), text)
          assert.ok(!one.equals(two))
          const plain = Buffer.from(text)
          assert.ok(plain.length < 4 || !one.includes(plain))
        }),
      )
    })

    it('never repeats a nonce', () => {
      const headerBytes = 2 + ring.currentId.length
      const nonces = Array.from({ length: 5_000 }, () =>
        seal(ring, '', place)
          .subarray(headerBytes, headerBytes + 12)
          .toString('hex'),
      )
      assert.equal(new Set(nonces).size, nonces.length)
    })

    it('does not open with any bit changed, any byte cut off, or elsewhere', () => {
      const sealed = seal(ring, '13812346612', place)
      const refusal = { name: 'CipherRefused' }
      for (let bit = 0; bit < sealed.length * 8; bit += 1) {
        const changed = Buffer.from(sealed)
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        assert.throws(() => open(ring, changed, place), refusal, `bit ${bit}`)
      }
      for (let length = 0; length < sealed.length; length += 1)
        assert.throws(() => open(ring, sealed.subarray(0, length), place), refusal)
      for (const elsewhere of ['contacts.phone_cipher:2', 'contacts.masks_cipher:1', 'openids.phone_cipher:1'] as const)
        assert.throws(() => open(ring, sealed, elsewhere), refusal)
    })

    it('opens after the keys changed, to either suite, and no more once its key has left the ring', () => {
      const old = generateKeyRing(suite, now)
      const sealed = seal(keyRingOf(old), '吴晓芸', place)
      for (const next of suiteNames) {
        const both = withNewSealingKey(old, next, now)
        assert.equal(open(keyRingOf(both), sealed, place), '吴晓芸')
        const resealed = seal(keyRingOf(both), '吴晓芸', place)
        const alone = keyRingOf(withoutOldKeys(both))
        assert.equal(open(alone, resealed, place), '吴晓芸')
        assert.throws(() => open(alone, sealed, place), { name: 'CipherRefused' })
      }
    })

    it('has blind indexes of 32 bytes, equal for equal values only, apart by kind and by ring', () => {
      const blindOf = (kind: string, value: string, keys = ring) => blindIndexOf(keys, kind, value).blinds[0]
      const blind = blindOf('phone', '138')
      assert.equal(blind?.length, 32)
      assert.deepEqual(blind, blindOf('phone', '138'))
      for (const other of [blindOf('phone', '139'), blindOf('document', '138'), blindOf('phon', 'e\u0000138')])
        assert.notDeepEqual(blind, other)
      assert.notDeepEqual(blind, blindOf('phone', '138', keyRingOf(generateKeyRing(suite, now))))
    })
  })
