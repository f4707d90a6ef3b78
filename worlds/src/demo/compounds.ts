import { randomFor } from '../random.ts'
import { type BuildingSpan, type CompoundPlan, compoundPlans } from './compound-plans.ts'
import type {
  BuildingKey,
  DemoBuilding,
  DemoCommunity,
  DemoCommunityKey,
  DemoDwelling,
  DwellingKey,
} from './territory-types.ts'

/** Exclusive floor area by position on the landing, in cm²: the same column has the same plan on every floor. */
const columnAreasCm2: Readonly<Record<number, readonly number[]>> = {
  2: [684_200, 597_500],
  3: [655_800, 713_600, 528_400],
  4: [482_100, 512_600, 503_900, 668_300],
}

/** High-rise flats are larger: eleven floors and more. */
const highRiseExtraCm2 = 310_000

const floorAreaCm2 = (span: BuildingSpan, building: number, column: number): number => {
  const base = columnAreasCm2[span.roomsPerFloor]?.[column - 1]
  if (base === undefined) throw new RangeError(`no plan for ${span.roomsPerFloor} rooms a floor`)
  const buildingVariationCm2 = (((building - 92) * 137) % 300) * 100
  return base + buildingVariationCm2 + (span.floors > 6 ? highRiseExtraCm2 : 0)
}

const building = (community: DemoCommunityKey, number: number, span: BuildingSpan): DemoBuilding => {
  const key: BuildingKey = `${community}/${number}`
  const random = randomFor(`floor area source ${key}`)
  const dwelling = (staircase: number, floor: number, column: number): DemoDwelling => {
    const room = `${floor}${String(column).padStart(2, '0')}`
    const dwellingKey: DwellingKey = `${key}/${staircase}/${room}`
    return {
      key: dwellingKey,
      floor,
      room,
      floorAreaCm2: floorAreaCm2(span, number, column),
      floorAreaSource: random.weighted([
        ['register', 94],
        ['survey', 4],
        ['purchaseContract', 2],
      ]),
    }
  }
  return {
    key,
    number,
    name: `${number}号楼`,
    subArea: span.subArea,
    staircases: upTo(span.staircases).map((staircase) => ({
      number: staircase,
      name: `${staircase} 单元`,
      dwellings: upTo(span.floors).flatMap((floor) =>
        upTo(span.roomsPerFloor).map((column) => dwelling(staircase, floor, column)),
      ),
    })),
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

const community = (plan: CompoundPlan): DemoCommunity => {
  const spanOf = new Map<number, BuildingSpan>()
  for (const span of plan.spans)
    for (let number = span.numbers[0]; number <= span.numbers[1]; number++) spanOf.set(number, span)
  const buildings = [...spanOf].sort(([a], [b]) => a - b).map(([number, span]) => building(plan.key, number, span))
  return {
    key: plan.key,
    communityCode: plan.communityCode,
    subdistrictCode: plan.communityCode.slice(0, 9),
    compound: { name: plan.name, address: plan.address, subAreas: plan.subAreas, buildings },
  }
}

/** The four communities of the demo, always the same. */
export const demoCommunities: readonly DemoCommunity[] = compoundPlans.map(community)

export const dwellingsOf = (of: DemoCommunity): readonly DemoDwelling[] =>
  of.compound.buildings.flatMap((each) => each.staircases.flatMap((staircase) => staircase.dwellings))
