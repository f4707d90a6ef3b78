import { checkCharacterOf } from '@shequtong/domain/identity/citizen-id-number'
import type { DateOn } from '@shequtong/domain/time'
import { randomFor } from '../random.ts'
import type { Sex } from './names.ts'

/** Where the invented persons were first registered: Baoshan, other districts, provinces whose people moved here. */
const regions: readonly (readonly [string, number])[] = [
  ['310113', 46],
  ['310101', 8],
  ['310108', 8],
  ['310110', 8],
  ['320623', 8],
  ['320901', 6],
  ['330226', 5],
  ['340123', 5],
  ['360102', 3],
  ['410105', 3],
]

/** Deals out identities that nobody else in this world has. */
export interface Identities {
  readonly idNumber: (key: string, birthOn: DateOn, sex: Sex) => string
  readonly phone: () => string
}

/**
 * Invented numbers. ID numbers are formally valid; their sequence part stays in 900–989, the end of the range, which
 * offices reach last (odd: male). Phones are all of the form 1380000xxxx, a block chosen to be recognizable as the demo's.
 */
export const createIdentities = (): Identities => {
  const taken = new Set<string>()
  let phones = 0
  return {
    idNumber: (key, birthOn, sex) => {
      const random = randomFor(`id number ${key}`)
      for (;;) {
        const sequence = 900 + random.integer(0, 44) * 2 + (sex === 'male' ? 1 : 0)
        const first17 = `${random.weighted(regions)}${birthOn.replaceAll('-', '')}${sequence}`
        const idNumber = first17 + checkCharacterOf(first17)
        if (taken.has(idNumber)) continue
        taken.add(idNumber)
        return idNumber
      }
    },
    // 7919 and 10,000 share no factor, so the first 10,000 draws all differ.
    phone: () => {
      if (phones === 10_000) throw new RangeError('the block of 10,000 phones is used up')
      return `1380000${String((phones++ * 7919 + 6612) % 10_000).padStart(4, '0')}`
    },
  }
}

export const birthOnFrom = (key: string, birthYear: number): DateOn => {
  const random = randomFor(`birth date ${key}`)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${birthYear}-${twoDigits(random.integer(1, 12))}-${twoDigits(random.integer(1, 28))}` as DateOn
}
