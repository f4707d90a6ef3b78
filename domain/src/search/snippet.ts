import type { TextRange } from '../text/published-text.ts'

/** A part of a text, in pieces: what was looked for is marked. An ellipsis stands where more of the text is left out. */
export interface SnippetPart {
  readonly text: string
  readonly marked: boolean
}

const ellipsis = '…'
/** Shown before the first mark, so that it can be read what it is about. */
const leadCodePoints = 12

/** How many UTF-16 units the last `codePoints` before `end` take. */
const lastUnits = (text: string, end: number, codePoints: number): number =>
  [...text.slice(Math.max(0, end - codePoints * 2), end)].slice(-codePoints).join('').length

/**
 * About `lengthCodePoints` of `text` around the first of `marks` (UTF-16 offsets, in order, not overlapping), on one line. Without
 * marks its beginning.
 */
export const snippetOf = (text: string, marks: readonly TextRange[], lengthCodePoints: number): SnippetPart[] => {
  const first = marks[0]?.start ?? 0
  const fitsWhole = [...text].length <= lengthCodePoints
  const lead = fitsWhole ? first : lastUnits(text, first, leadCodePoints)
  const start = first - lead
  const end = fitsWhole ? text.length : start + [...text.slice(start)].slice(0, lengthCodePoints).join('').length
  const parts: SnippetPart[] = []
  const add = (from: number, to: number, marked: boolean) => {
    const piece = text.slice(from, to).replace(/\s+/gu, ' ')
    if (piece !== '') parts.push({ text: piece, marked })
  }
  let at = start
  for (const mark of marks) {
    if (mark.start >= end) break
    add(at, mark.start, false)
    at = Math.min(mark.end, end)
    add(mark.start, at, true)
  }
  add(at, end, false)
  if (start > 0) parts.unshift({ text: ellipsis, marked: false })
  if (end < text.length) parts.push({ text: ellipsis, marked: false })
  return parts
}
