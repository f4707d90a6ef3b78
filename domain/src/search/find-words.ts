import type { TextRange } from '../text/published-text.ts'
import { foldForSearch } from './fold.ts'

const letterOrDigit = /[\p{L}\p{N}]/u
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const belongsToWord = (character: string | undefined): boolean =>
  character !== undefined && letterOrDigit.test(character) && !withoutSpaces.test(character)

/** Whether `[start, end)` of `text` cuts a word or number in two: 2号楼 does not stand in 92号楼. */
const cutsWord = (text: string, start: number, end: number): boolean =>
  (belongsToWord(text[start]) && belongsToWord(text[start - 1])) ||
  (belongsToWord(text[end - 1]) && belongsToWord(text[end]))

/**
 * Where each of the folded `words` stands in `text`, by word; UTF-16 offsets into `text` as given. A word that stands nowhere has an
 * empty list.
 */
export const findWords = (text: string, words: readonly string[]): TextRange[][] => {
  const folded = foldForSearch(text)
  return words.map((word) => {
    const found: TextRange[] = []
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      const end = at + word.length
      if (!cutsWord(folded.text, at, end))
        found.push({ start: folded.starts[at] ?? 0, end: folded.ends[end - 1] ?? text.length })
    }
    return found
  })
}

/** The ranges in their order, those that touch or overlap as one. */
export const joinedRanges = (ranges: readonly TextRange[]): TextRange[] => {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
