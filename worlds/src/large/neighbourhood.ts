import { checkCharacterOf } from '@shequtong/domain/identity/citizen-id-number'
import type { Tenure } from '@shequtong/domain/registrations/member-kinds'
import { addMs, type Instant, msPerDay } from '@shequtong/domain/time'
import type { RollDwelling } from '@shequtong/server/dwelling-roll/import'
import { birthOnFrom } from '../demo/identities.ts'
import { addressOf, givenNameFrom, type Sex, surnameFrom } from '../demo/names.ts'
import { randomFor } from '../random.ts'
import { phonesInBlock } from './scale.ts'

/** Three years of a community. */
export const spanMs = 3 * 365 * msPerDay

export interface Home {
  readonly building: string
  readonly staircase: string
  readonly room: string
}

export interface Newcomer {
  readonly key: string
  readonly trueName: string
  readonly idNumber: string
  /** Eleven digits, without the country. */
  readonly phone: string
  readonly shownName: string
  readonly home: Home
  readonly tenure: Tenure
  readonly partyMember: boolean
  readonly joinsAt: Instant
}

/** First registered in these: none of them is a region of the demo’s people, so that no two share a number. */
const regions = ['310112', '310115', '310114', '320582', '342401', '330106', '370102', '420106', '430102', '510104']

/** Invented and formally valid; as in the demo, the sequence stays in 900–989. */
const idNumberOf = (key: string, birthYear: number, sex: Sex, taken: Set<string>): string => {
  const random = randomFor(`large id number ${key}`)
  const birthOn = birthOnFrom(key, birthYear)
  for (;;) {
    const sequence = 900 + random.integer(0, 44) * 2 + (sex === 'male' ? 1 : 0)
    const first17 = `${random.pick(regions)}${birthOn.replaceAll('-', '')}${sequence}`
    if (taken.has(first17)) continue
    taken.add(first17)
    return first17 + checkCharacterOf(first17)
  }
}

/** 13800010000 to 13800089999, behind the demo’s block of 1380000xxxx; 7919 shares no factor with 80,000. */
export const phoneOf = (n: number): string => `138000${10_000 + ((n * 7919) % phonesInBlock)}`

const [floors, roomsPerFloor, staircases] = [6, 2, 3]
const dwellingsPerBuilding = floors * roomsPerFloor * staircases

/** Every fifth member shares the dwelling of somebody who came before. */
const shareOfFamily = 5

const homeOf = (n: number): Home => {
  const building = Math.floor(n / dwellingsPerBuilding)
  const inside = n % dwellingsPerBuilding
  const staircase = Math.floor(inside / (floors * roomsPerFloor))
  const floor = Math.floor((inside % (floors * roomsPerFloor)) / roomsPerFloor)
  return {
    building: `${building + 1}号楼`,
    staircase: `${staircase + 1} 单元`,
    room: `${floor + 1}0${(inside % roomsPerFloor) + 1}`,
  }
}

/**
 * The people of one community in the order in which they come; the first come at once, the last when a third of the time is
 * over. `firstPhone`: how many phones other communities took.
 */
export const newcomersOf = (
  communityCode: string,
  members: number,
  began: Instant,
  firstPhone: number,
  taken: Set<string>,
): readonly Newcomer[] => {
  let homes = 0
  return Array.from({ length: members }, (_, n) => {
    const key = `${communityCode}/${n}`
    const random = randomFor(`newcomer ${key}`)
    const sex = random.pick(['female', 'male'] as const)
    const birthYear = random.integer(1942, 2004)
    const surname = surnameFrom(random)
    const isFamily = n % shareOfFamily === shareOfFamily - 1
    const home = homeOf(isFamily ? random.integer(0, homes - 1) : homes++)
    return {
      key,
      trueName: surname + givenNameFrom(random, sex, birthYear),
      idNumber: idNumberOf(key, birthYear, sex, taken),
      phone: phoneOf(firstPhone + n),
      shownName: addressOf(random, surname, sex, 2026 - birthYear),
      home,
      tenure: isFamily ? 'family' : random.chance(0.12) ? 'tenant' : 'propertyOwner',
      partyMember: random.chance(0.1),
      joinsAt: addMs(began, Math.round((spanMs / 3) * (n / members) ** 2) + n * 1_000),
    }
  })
}

/** A fifth more dwellings than are lived in; whoever owns or rents one stands on the roll. */
export const rollOf = (newcomers: readonly Newcomer[]): readonly RollDwelling[] => {
  const nameOf = ({ building, staircase, room }: Home) => `${building}/${staircase}/${room}`
  const living = Map.groupBy(newcomers, ({ home }) => nameOf(home))
  const dwellings = Math.ceil((living.size * 1.2) / dwellingsPerBuilding) * dwellingsPerBuilding
  return Array.from({ length: dwellings }, (_, n) => {
    const home = homeOf(n)
    return {
      subArea: null,
      ...home,
      floor: Number(home.room.slice(0, -2)),
      floorAreaCm2: 480_000 + (n % 7) * 31_700,
      floorAreaSource: 'register' as const,
      persons: (living.get(nameOf(home)) ?? [])
        .filter(({ tenure }) => tenure !== 'family')
        .map(({ trueName, idNumber, phone, tenure }) => ({
          name: trueName,
          documentNumber: idNumber,
          phone: `+86${phone}`,
          tenure,
        })),
    }
  })
}
