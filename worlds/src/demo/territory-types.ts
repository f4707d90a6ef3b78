import type { FloorAreaSource } from '@shequtong/domain/territory/territory'

/** The communities that the demo fills; every other community of the district exists without people. */
export const demoCommunityKeys = ['baoshan-9', 'gongkang-2', 'tonghe-4', 'wusong'] as const
export type DemoCommunityKey = (typeof demoCommunityKeys)[number]

/** `<community>/<building>`: `baoshan-9/92`. Numbers are unique within a compound. */
export type BuildingKey = `${DemoCommunityKey}/${number}`
/** `<community>/<building>/<staircase>/<room>`: `baoshan-9/92/2/502`. */
export type DwellingKey = `${BuildingKey}/${number}/${string}`

export interface DemoDwelling {
  readonly key: DwellingKey
  readonly floor: number
  /** As on the door: floor and two digits, `502`. */
  readonly room: string
  /** Exclusive floor area in cm². */
  readonly floorAreaCm2: number
  readonly floorAreaSource: FloorAreaSource
}

export interface DemoStaircase {
  readonly number: number
  /** `2 单元`. */
  readonly name: string
  readonly dwellings: readonly DemoDwelling[]
}

export interface DemoBuilding {
  readonly key: BuildingKey
  readonly number: number
  /** `92号楼`. */
  readonly name: string
  /** Absent where the compound is not divided. */
  readonly subArea: string | undefined
  readonly staircases: readonly DemoStaircase[]
}

export interface DemoCompound {
  readonly name: string
  readonly address: string
  readonly subAreas: readonly string[]
  readonly buildings: readonly DemoBuilding[]
}

export interface DemoCommunity {
  readonly key: DemoCommunityKey
  /** 12 digits, as in the directory. */
  readonly communityCode: string
  readonly subdistrictCode: string
  /** Sub-areas are parts of the one compound of each of these communities. */
  readonly compound: DemoCompound
}
