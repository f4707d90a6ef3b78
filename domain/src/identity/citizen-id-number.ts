import { ok, type Result, refused } from '../result.ts'
import { foldWidth } from '../text/characters.ts'
import { checkDateOn } from '../time/calendar-date.ts'
import type { DateOn } from '../time.ts'

export type Sex = 'female' | 'male'

/** `number` has 18 characters, the last a digit or capital X; `regionCode` is its first six digits (GB/T 2260). */
export interface CitizenIdNumber {
  readonly number: string
  readonly regionCode: string
  readonly birthOn: DateOn
  readonly sex: Sex
}

/** Where to look again: characters 1–6, 7–14 or 15–18. Absent when the length itself is wrong. */
export type IdNumberPart = 'region' | 'birth' | 'last-four'

export interface IdNumberViolation {
  readonly code: 'id-number-malformed' | 'id-number-birth-date' | 'id-number-birth-in-future' | 'id-number-checksum'
  readonly part?: IdNumberPart
}

/** GB/T 2260 provinces; 81, 82, 83 are the residence permits of people from Hong Kong, Macao and Taiwan. */
const provinceCodes = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** GB 11643-1999, 4.2.5 (ISO 7064:1983 MOD 11-2): the 18th character for the first 17 digits. */
export const checkCharacterOf = (first17: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return checkCharacters.charAt(sum % 11)
}

/**
 * Whether the first digits name a province. A leading 9 is a foreigner's permanent residence card of the 2023 edition,
 * whose province follows in the second and third digit [found].
 */
export const isKnownProvince = (number: string): boolean =>
  provinceCodes.has(number.startsWith('9') ? number.slice(1, 3) : number.slice(0, 2))

/** The date in characters 7–14, if the calendar has it. */
export const birthDateIn = (number: string): Result<DateOn> =>
  checkDateOn(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)

/** Nobody is older: plausibility of our own, well above the longest life on record (122 years). */
const oldestAgeYears = 150

const partOf = (index: number): IdNumberPart => (index < 6 ? 'region' : index < 14 ? 'birth' : 'last-four')

/**
 * Reads a citizen's ID number by GB 11643-1999: six digits of region, eight of birth, three of sequence (odd: male), one
 * check character. Spaces, lower-case x and full-width characters are taken as what they mean. The birth date may be
 * `todayOn`, not later, and not more than 150 years before. Errors come in the order in which people read the number.
 */
export const checkCitizenIdNumber = (text: string, todayOn: DateOn): Result<CitizenIdNumber, IdNumberViolation> => {
  const number = foldWidth(text).replace(/\s/g, '').toUpperCase()
  if (number.length !== 18) return refused({ code: 'id-number-malformed' })
  const wrongAt = [...number].findIndex((character, index) => !(index < 17 ? /\d/ : /[\dX]/).test(character))
  if (wrongAt >= 0) return refused({ code: 'id-number-malformed', part: partOf(wrongAt) })
  if (!isKnownProvince(number)) return refused({ code: 'id-number-malformed', part: 'region' })
  const birthOn = birthDateIn(number)
  const oldestYear = Number(todayOn.slice(0, 4)) - oldestAgeYears
  if (!birthOn.ok || Number(birthOn.value.slice(0, 4)) < oldestYear)
    return refused({ code: 'id-number-birth-date', part: 'birth' })
  if (birthOn.value > todayOn) return refused({ code: 'id-number-birth-in-future', part: 'birth' })
  if (checkCharacterOf(number) !== number[17]) return refused({ code: 'id-number-checksum', part: 'last-four' })
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return ok({ number, regionCode: number.slice(0, 6), birthOn: birthOn.value, sex })
}
