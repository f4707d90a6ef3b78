import type { Reply } from '../api/types.ts'

export type AreaBuilding = Reply<'listCommunityBuildings'>['buildings'][number]

/** The part of the community a building stands in: its sub-area, else its compound. */
export const areaNameOf = ({ subAreaName, compoundName }: Pick<AreaBuilding, 'subAreaName' | 'compoundName'>): string =>
  subAreaName ?? compoundName

/** The parts, in the order of the list, each once. */
export const areasOf = (
  buildings: readonly Pick<AreaBuilding, 'subAreaName' | 'compoundName'>[],
): readonly string[] => [...new Set(buildings.map(areaNameOf))]

/** The only building of this name; undefined where two parts of the community have one each, or none has. */
export const ownBuildingIn = <B extends Pick<AreaBuilding, 'name'>>(
  buildings: readonly B[],
  name: string,
): B | undefined => {
  const [found, ...others] = buildings.filter((building) => building.name === name)
  return others.length === 0 ? found : undefined
}
