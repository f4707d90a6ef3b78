import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPlaceName, placeNameMaxCodePoints } from './place-name.ts'

const codeOf = (text: string): string => {
  const checked = checkPlaceName(text)
  return checked.ok ? checked.value : checked.violation.code
}

test('a name of a place is one readable line', () => {
  assert.equal(codeOf(' 宝山九村居委会 '), '宝山九村居委会')
  assert.equal(codeOf('𠮷'.repeat(placeNameMaxCodePoints)), '𠮷'.repeat(placeNameMaxCodePoints))
  assert.equal(codeOf('长'.repeat(placeNameMaxCodePoints + 1)), 'place-name-length')
  assert.equal(codeOf('  '), 'place-name-empty')
  for (const text of ['九\0村', '九\u001b[31m村', '九\u202e村', '九\u200b村', '九\n村', '九\ud800村'])
    assert.equal(codeOf(text), 'place-name-characters')
})
