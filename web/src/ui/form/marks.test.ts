import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { piecesOf } from './marks.ts'

test('the doubtful part of a number is marked and the rest is left alone', () => {
  assert.deepEqual(piecesOf('310113198806122074', [{ start: 14, end: 18 }]), [
    { text: '31011319880612', marked: false },
    { text: '2074', marked: true },
  ])
})

test('nothing typed gets lost whatever is marked, and exactly what was meant is marked', () => {
  const mark = fc.record({ start: fc.integer({ min: -2, max: 30 }), end: fc.integer({ min: -2, max: 30 }) })
  fc.assert(
    fc.property(fc.string({ maxLength: 24 }), fc.array(mark, { maxLength: 4 }), (text, marks) => {
      const pieces = piecesOf(text, marks)
      assert.equal(pieces.map((piece) => piece.text).join(''), text)
      const marked = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.marked))
      for (let at = 0; at < text.length; at++) {
        assert.equal(
          marked[at],
          marks.some(({ start, end }) => start <= at && at < end),
        )
      }
    }),
  )
})
