import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import * as fontkit from 'fontkit'
import { heiFamily, songFamily } from './font-family.ts'
import { posterWords } from './words.ts'

const first = 0x4e00
/** The last of the 20,902 unified ideographs of GB 13000.1, which GB 18030 requires of every system. */
const last = 0x9fa5

test('Song has a glyph for each of the 20,902 ideographs of GB 13000.1, not only a promise in its stylesheet', async () => {
  const family = await songFamily()
  const byPiece = Map.groupBy(
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
    (codePoint) => family.pieceOf(codePoint) ?? '',
  )
  assert.equal(byPiece.has(''), false)
  for (const [piece, codePoints] of byPiece) {
    const font = fontkit.create(await readFile(piece)) as fontkit.Font
    const missing = codePoints.filter((codePoint) => !font.hasGlyphForCodePoint(codePoint))
    assert.deepEqual(missing, [], piece)
  }
})

test('Hei has every word that a poster always says', async () => {
  const family = await heiFamily()
  for (const kind of ['neighbourhood', 'village'] as const) {
    const words = posterWords(kind, 1234567890, '2026-11-18' as never, 'https://example.cn:3000/j/ABC')
    for (const character of new Set(JSON.stringify(words))) {
      const piece = family.pieceOf(character.codePointAt(0) ?? 0)
      assert.ok(piece !== undefined, character)
      const font = fontkit.create(await readFile(piece)) as fontkit.Font
      assert.ok(font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0), character)
    }
  }
})

test('what no font has is not claimed', async () => {
  assert.equal((await songFamily()).pieceOf(0x1f3e0), undefined)
})
