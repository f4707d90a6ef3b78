/** Text in one width and case, and for each of its UTF-16 units the range of the original that it came from. */
export interface Folded {
  readonly text: string
  /** `starts[i]` and `ends[i]`: UTF-16 offsets into the original, `end` excluded. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** What a folded letter may grow to: U+FDFA becomes 18. */
const mostUnits = 18

/**
 * `text` as it is compared: compatibility forms (NFKC, UAX #15) and lower case, code point by code point, so that an offset found in it
 * leads back to the original. Text is expected in NFC, as it is published.
 */
export const foldForSearch = (text: string): Folded => {
  const starts = new Uint32Array(text.length * mostUnits)
  const ends = new Uint32Array(text.length * mostUnits)
  let folded = ''
  let at = 0
  for (const character of text) {
    const plain = isAsciiOrHan(character) ? character.toLowerCase() : character.normalize('NFKC').toLowerCase()
    const end = at + character.length
    for (let i = 0; i < plain.length; i += 1) {
      starts[folded.length + i] = at
      ends[folded.length + i] = end
    }
    folded += plain
    at = end
  }
  return { text: folded, starts: starts.subarray(0, folded.length), ends: ends.subarray(0, folded.length) }
}

/** What NFKC leaves as it is, for most of what is written here. */
const isAsciiOrHan = (character: string): boolean => {
  const code = character.charCodeAt(0)
  return code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)
}
