/** One digit, or an X, as a reader sees it, and where it stands in the text as given (UTF-16, `end` excluded). */
export interface Mark {
  readonly character: string
  readonly start: number
  readonly end: number
  /** What lies between it and the mark before: nothing, what people put inside one number, or what parts two. */
  readonly gap: 'none' | 'inside' | 'between'
}

/** What people put between the digits of one number. */
const insideGap = new Set(' \t-‐‑‒–—―−_.·•*/|~()')

/** What parts two numbers, unless somebody wants a machine to miss one: commas, full stops, line breaks. */
const betweenGap = new Set(',、;。\n\r\u2028\u2029')

/** No picture of their own: soft hyphen, joiners, fillers, variation selectors, the frame of a keycap (Unicode, Default_Ignorable). */
const invisible = /\p{Default_Ignorable_Code_Point}|\u20E3/u

/** A gap of more separators than this is two numbers. */
const longestGap = 3

const digitsAs = (characters: string, digits: string): [string, string][] =>
  [...characters].map((character, index) => [character, digits.charAt(index)])

/** What NFKC does not fold: Chinese numerals in both forms, and the circled digits of Dingbats. */
const otherDigits = new Map([
  ...digitsAs('〇零一幺二三四五六七八九两', '0011234567892'),
  ...digitsAs('壹贰叁肆伍陆柒捌玖', '123456789'),
  ...digitsAs('❶❷❸❹❺❻❼❽❾', '123456789'),
  ...digitsAs('➀➁➂➃➄➅➆➇➈', '123456789'),
  ...digitsAs('➊➋➌➍➎➏➐➑➒', '123456789'),
  ...digitsAs('⓵⓶⓷⓸⓹⓺⓻⓼⓽', '123456789'),
  ...digitsAs('⓿🄋🄌', '000'),
])

/** The digits of every script come in tens, the zero first. */
const decimalDigit = /^\p{Nd}$/u
const digitOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && decimalDigit.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

const isAscii = (code: number): boolean => code < 0x80
const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** The character as one reads it: full-width, circled, mathematical, superscript and the like in their plain form (NFKC). */
const plainOf = (character: string, code: number): string =>
  isAscii(code) || isChinese(code) || otherDigits.has(character)
    ? character
    : invisible.test(character)
      ? ''
      : character.normalize('NFKC')

const markOf = (character: string): string | undefined => {
  if (character >= '0' && character <= '9') return character
  if (character === 'x' || character === 'X') return 'X'
  const code = character.codePointAt(0) ?? 0
  if (isAscii(code)) return undefined
  return (
    otherDigits.get(character) ?? (!isChinese(code) && decimalDigit.test(character) ? digitOf(character) : undefined)
  )
}

/** Runs of digits (an X may stand anywhere but first) that no more than `longestGap` separators part from each other. */
export const runsIn = (text: string): Mark[][] => {
  const runs: Mark[][] = []
  let run: Mark[] = []
  let gap: Mark['gap'] = 'none'
  let gapLength = 0
  const close = () => {
    if (run.length > 0) runs.push(run)
    run = []
    gap = 'none'
    gapLength = 0
  }
  let start = 0
  for (const raw of text) {
    const end = start + raw.length
    for (const character of plainOf(raw, raw.codePointAt(0) ?? 0)) {
      const mark = markOf(character)
      if (mark !== undefined && (mark !== 'X' || run.length > 0)) {
        run.push({ character: mark, start, end, gap })
        gap = 'none'
        gapLength = 0
      } else if (gapLength < longestGap && (insideGap.has(character) || betweenGap.has(character))) {
        gapLength += 1
        if (gap !== 'between') gap = betweenGap.has(character) ? 'between' : 'inside'
      } else close()
    }
    start = end
  }
  close()
  return runs
}
