import type { DemoCommunityKey } from './territory-types.ts'

/** Buildings `numbers` (from, to, both included) alike; a later span replaces an earlier one for the same number. */
export interface BuildingSpan {
  readonly numbers: readonly [from: number, to: number]
  readonly subArea?: string
  readonly staircases: number
  readonly floors: number
  readonly roomsPerFloor: number
}

export interface CompoundPlan {
  readonly key: DemoCommunityKey
  readonly communityCode: string
  readonly name: string
  readonly address: string
  readonly subAreas: readonly string[]
  readonly spans: readonly BuildingSpan[]
}

const span = (
  subArea: string | undefined,
  from: number,
  to: number,
  [staircases, floors, roomsPerFloor]: readonly [number, number, number],
): BuildingSpan => ({
  numbers: [from, to],
  ...(subArea === undefined ? {} : { subArea }),
  staircases,
  floors,
  roomsPerFloor,
})

/** Addresses are the road only: the house numbers of the demo are invented, the communities' codes are real. */
export const compoundPlans: readonly CompoundPlan[] = [
  {
    key: 'baoshan-9',
    communityCode: '310113003040',
    name: '宝山九村',
    address: '淞宝路',
    subAreas: ['南块', '北块', '中艺花园'],
    spans: [
      span('中艺花园', 1, 5, [2, 11, 3]),
      span('南块', 6, 34, [1, 6, 3]),
      span('南块', 16, 16, [2, 6, 2]),
      span('南块', 18, 18, [2, 6, 2]),
      span('南块', 20, 20, [2, 6, 4]),
      span('南块', 22, 22, [2, 6, 2]),
      span('北块', 35, 35, [1, 6, 2]),
      span('北块', 36, 71, [2, 6, 2]),
      span('北块', 42, 42, [3, 6, 2]),
      span('北块', 55, 55, [3, 6, 2]),
      span('北块', 71, 71, [2, 6, 3]),
      span('北块', 72, 96, [1, 6, 2]),
      span('北块', 92, 92, [2, 6, 3]),
    ],
  },
  {
    key: 'gongkang-2',
    communityCode: '310113112017',
    name: '共康雅苑第二',
    address: '共康路',
    subAreas: [],
    spans: [span(undefined, 70, 88, [2, 6, 2]), span(undefined, 89, 91, [1, 11, 4])],
  },
  {
    key: 'tonghe-4',
    communityCode: '310113008022',
    name: '通河四村一',
    address: '通河路',
    subAreas: [],
    spans: [span(undefined, 1, 20, [3, 6, 2]), span(undefined, 7, 7, [2, 6, 4])],
  },
  {
    key: 'wusong',
    communityCode: '310113007011',
    name: '吴淞新城',
    address: '淞滨路',
    subAreas: [],
    spans: [span(undefined, 1, 14, [2, 6, 3]), span(undefined, 15, 18, [1, 14, 4])],
  },
]
