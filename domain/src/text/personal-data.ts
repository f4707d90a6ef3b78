import { birthDateIn, checkCharacterOf, isKnownProvince } from '../identity/citizen-id-number.ts'
import { type Mark, runsIn } from './digits.ts'

export type PersonalDataKind = 'id-number' | 'phone'

/** `at`: UTF-16 offsets into the text as given, `end` excluded, as an input element's selection counts them. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind
  readonly at: { readonly start: number; readonly end: number }
}

const isCitizenIdNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) && isKnownProvince(text) && birthDateIn(text).ok && checkCharacterOf(text) === text[17]

/** The form before 1999: 15 digits, a two-digit year of the 1900s, no check character. */
const isOldIdNumber = (text: string): boolean =>
  /^\d{15}$/.test(text) && isKnownProvince(text) && birthDateIn(`${text.slice(0, 6)}19${text.slice(6)}`).ok

const isMobileNumber = (text: string): boolean => /^(?:86|0086)?1[3-9]\d{9}$/.test(text)

/** `starts`: what the first character may be, so that most places are passed over at once. */
const shapes: readonly {
  readonly length: number
  readonly kind: PersonalDataKind
  readonly starts: string
  readonly matches: (text: string) => boolean
}[] = [
  { length: 18, kind: 'id-number', starts: '123456789', matches: isCitizenIdNumber },
  { length: 15, kind: 'id-number', starts: '123456789', matches: isOldIdNumber },
  { length: 15, kind: 'phone', starts: '0', matches: isMobileNumber },
  { length: 13, kind: 'phone', starts: '8', matches: isMobileNumber },
  { length: 11, kind: 'phone', starts: '1', matches: isMobileNumber },
]

/** A list of rooms, buildings, things or money says so behind its last number, or before its first. */
const unitBehind = /^\s*(?:室|户|栋|幢|单元|号楼|号门|号房|楼|层|弄|元|块|万|亿|平|个|人|只|份|张|件|天|次|点)/u
const moneyBefore = /[¥￥$]\s*$/u

/** Numbers parted by commas or line breaks, as they stand between the gaps of `marks`. */
const groupsOf = (marks: readonly Mark[]): string[] => {
  const groups: string[] = []
  for (const { character, gap } of marks)
    if (gap === 'none' && groups.length > 0) groups[groups.length - 1] += character
    else groups.push(character)
  return groups
}

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))

/**
 * Whether what commas or line breaks part is a list of numbers rather than one number in disguise: it counts up in three
 * steps or more, or it is counted in a unit. Nothing that is written without them is a list.
 */
const isList = (text: string, marks: readonly Mark[]): boolean => {
  const [first, ...rest] = marks
  const last = marks.at(-1)
  if (first === undefined || last === undefined || !rest.some(({ gap }) => gap === 'between')) return false
  if (unitBehind.test(text.slice(last.end, last.end + 8))) return true
  if (moneyBefore.test(text.slice(Math.max(0, first.start - 4), first.start))) return true
  const groups = groupsOf(marks)
  // nothing but a birth date speaks for the old ID number: service numbers in a row have one now and then
  if (marks.length === 15) return groups.some((group) => group.length > 1)
  return groups.length >= 4 && isAscending(groups.map(Number))
}

/**
 * ID numbers (18 characters with a right checksum and a possible birth date, or the old 15 digits) and full mainland mobile
 * numbers in a text, in order, not overlapping, also when written with spaces, hyphens, commas, line breaks, characters that
 * nobody sees, or digits of another form or script. A number counts only whole (an 18-digit one also with something behind
 * it): eleven digits inside a longer unbroken row are no phone number. Landlines, service numbers, times, and lists of rooms
 * or amounts are none.
 */
export const findPersonalData = (text: string): PersonalDataFinding[] => {
  const findings: PersonalDataFinding[] = []
  for (const run of runsIn(text)) {
    const characters = run.map(({ character }) => character).join('')
    for (let first = 0; first < run.length; first += 1) {
      if (first > 0 && run[first]?.gap === 'none') continue
      const found = shapes.find(({ length, starts, matches }) => {
        if (!starts.includes(characters.charAt(first))) return false
        const behind = run[first + length]
        // a checksum tells an ID number also where something was glued to its end, and in any list
        const isCertain = length === 18
        return (
          first + length <= run.length &&
          (isCertain || behind === undefined || behind.gap !== 'none') &&
          matches(characters.slice(first, first + length)) &&
          (isCertain || !isList(text, run.slice(first, first + length)))
        )
      })
      const start = run[first]
      const last = found && run[first + found.length - 1]
      if (!found || !start || !last) continue
      findings.push({ kind: found.kind, at: { start: start.start, end: last.end } })
      first += found.length - 1
    }
  }
  return findings
}
