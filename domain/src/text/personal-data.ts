import { birthDateIn, checkCharacterOf, isKnownProvince } from '../identity/citizen-id-number.ts'
import { foldWidth } from './characters.ts'

export type PersonalDataKind = 'id-number' | 'phone'

/** `at`: UTF-16 offsets into the text as given, `end` excluded, as an input element's selection counts them. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind
  readonly at: { readonly start: number; readonly end: number }
}

/** What people put between digits so that a machine may miss them; a line break or a comma ends a number. */
const separator = /[ \t\u00A0\u00AD\u2000-\u200D\u202F\u205F\u2060\uFEFF\-‐‑‒–—―−_.·•*/|~()]/

/** A gap of more separators than this is two numbers. */
const longestGap = 3

const digitsAs = (characters: string, digits: string): [string, string][] =>
  [...characters].map((character, index) => [character, digits.charAt(index)])

/** Chinese in both forms, enclosed, and the digits of Arabic and Persian keyboards; one UTF-16 unit each. */
const otherDigits = new Map([
  ...digitsAs('〇零一幺二三四五六七八九两', '0011234567892'),
  ...digitsAs('壹贰叁肆伍陆柒捌玖', '123456789'),
  ...digitsAs('⓪①②③④⑤⑥⑦⑧⑨', '0123456789'),
  ...digitsAs('٠١٢٣٤٥٦٧٨٩', '0123456789'),
  ...digitsAs('۰۱۲۳۴۵۶۷۸۹', '0123456789'),
])

interface Mark {
  readonly character: string
  readonly index: number
  /** Follows the mark before it without any gap. */
  readonly joined: boolean
}

/** Runs of digits (a capital X may stand anywhere but first) that are apart from each other by more than a gap. */
const runsIn = (text: string): Mark[][] => {
  const runs: Mark[][] = []
  let run: Mark[] = []
  let gap = 0
  const folded = foldWidth(text)
  for (let index = 0; index < folded.length; index += 1) {
    const raw = folded.charAt(index)
    const character = otherDigits.get(raw) ?? raw.toUpperCase()
    const isMark = /[0-9]/.test(character) || (character === 'X' && run.length > 0)
    if (isMark) {
      run.push({ character, index, joined: run.length > 0 && gap === 0 })
      gap = 0
    } else if (separator.test(raw) && gap < longestGap) gap += 1
    else {
      if (run.length > 0) runs.push(run)
      run = []
      gap = 0
    }
  }
  if (run.length > 0) runs.push(run)
  return runs
}

const isCitizenIdNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) && isKnownProvince(text) && birthDateIn(text).ok && checkCharacterOf(text) === text[17]

/** The form before 1999: 15 digits, a two-digit year of the 1900s, no check character. */
const isOldIdNumber = (text: string): boolean =>
  /^\d{15}$/.test(text) && isKnownProvince(text) && birthDateIn(`${text.slice(0, 6)}19${text.slice(6)}`).ok

const isMobileNumber = (text: string): boolean => /^(?:86|0086)?1[3-9]\d{9}$/.test(text)

const shapes: readonly { length: number; kind: PersonalDataKind; matches: (text: string) => boolean }[] = [
  { length: 18, kind: 'id-number', matches: isCitizenIdNumber },
  { length: 15, kind: 'id-number', matches: isOldIdNumber },
  { length: 15, kind: 'phone', matches: isMobileNumber },
  { length: 13, kind: 'phone', matches: isMobileNumber },
  { length: 11, kind: 'phone', matches: isMobileNumber },
]

/**
 * ID numbers (18 characters with a right checksum and a possible birth date, or the old 15 digits) and full mainland mobile
 * numbers in a text, in order, not overlapping, also when written with spaces, hyphens, full-width or Chinese digits. A number
 * counts only whole (an 18-digit one also with something behind it): eleven digits inside a longer unbroken row are no phone number. Landlines and short numbers are none.
 */
export const findPersonalData = (text: string): PersonalDataFinding[] => {
  const findings: PersonalDataFinding[] = []
  for (const run of runsIn(text)) {
    for (let first = 0; first < run.length; first += 1) {
      if (run[first]?.joined) continue
      const found = shapes.find(({ length, matches }) => {
        // a checksum tells an ID number also where something was glued to its end
        const whole = first + length <= run.length && (length === 18 || !run[first + length]?.joined)
        return (
          whole &&
          matches(
            run
              .slice(first, first + length)
              .map((mark) => mark.character)
              .join(''),
          )
        )
      })
      const start = run[first]
      const last = found && run[first + found.length - 1]
      if (!found || !start || !last) continue
      findings.push({ kind: found.kind, at: { start: start.index, end: last.index + 1 } })
      first += found.length - 1
    }
  }
  return findings
}
