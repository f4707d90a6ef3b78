import type { Reply } from '../api/types.ts'

export type AreaBuilding = Reply<'listCommunityBuildings'>['buildings'][number]

/** The part of the community a building stands in: its sub-area, else its compound. */
export const areaNameOf = ({ subAreaName, compoundName }: Pick<AreaBuilding, 'subAreaName' | 'compoundName'>): string =>
  subAreaName ?? compoundName

/** The parts, in the order of the list, each once. */
export const areasOf = (
  buildings: readonly Pick<AreaBuilding, 'subAreaName' | 'compoundName'>[],
): readonly string[] => [...new Set(buildings.map(areaNameOf))]
