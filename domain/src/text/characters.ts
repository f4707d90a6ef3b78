/** Full-width ASCII (U+FF01–FF5E) and the ideographic space as their plain forms. Keeps the length, so offsets stay valid. */
export const foldWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )

/** C0 and C1 controls and DEL, but for tab, line feed and carriage return, and the line and paragraph separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
export const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/

/** Marks, embeddings, overrides and isolates that reorder what is read (Unicode UAX #9: ALM, LRM, RLM, LRE…RLO, LRI…PDI). */
export const bidiCharacter = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/** Characters without any picture that can hide between others: soft hyphen, ZWSP, ZWNJ, ZWJ, word joiner, BOM and fillers. */
export const invisibleCharacters = /[\u00AD\u115F\u1160\u200B-\u200D\u2060-\u2064\u3164\uFEFF]/g

/** Length as people count it for limits: code points, so that 𠮷 is one. */
export const countCodePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}
