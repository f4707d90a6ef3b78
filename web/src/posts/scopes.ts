import type { Scope } from '@shequtong/domain/posts/scope'
import type { Reply } from '../api/types.ts'

type Places = Reply<'listCommunityBuildings'>

/** A part of the community that a post may be for, and how it is called. */
export interface NamedScope extends Scope {
  readonly name: string
}

const each = <T>(all: readonly T[], keyOf: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
]

const compoundsIn = (buildings: Places['buildings']): NamedScope[] =>
  each(
    buildings.map(({ compoundId, compoundName }) => ({
      kind: 'compound' as const,
      placeId: compoundId,
      name: compoundName,
    })),
    ({ placeId }) => placeId,
  )

/** The compounds, where there are several, and the sub-areas: each once, in the order of the list. */
export const widerParts = (buildings: Places['buildings']): NamedScope[] => {
  const compounds = compoundsIn(buildings)
  const subAreas = buildings.flatMap(({ subAreaId, subAreaName, compoundName }): NamedScope[] =>
    subAreaId === null || subAreaName === null
      ? []
      : [
          {
            kind: 'subArea',
            placeId: subAreaId,
            name: compounds.length > 1 ? `${compoundName} ${subAreaName}` : subAreaName,
          },
        ],
  )
  return [...(compounds.length > 1 ? compounds : []), ...each(subAreas, ({ placeId }) => placeId ?? '')]
}

/** Where the writer lives, from the widest part to the staircase; a part that is the whole of the next wider one is left out. */
export const ownParts = ({ buildings, own }: Places): NamedScope[] => {
  const building = buildings.find(({ buildingId }) => buildingId === own?.buildingId)
  if (own === null || building === undefined) return []
  const wider = widerParts(buildings).filter(({ placeId }) => placeId === own.compoundId || placeId === own.subAreaId)
  const { buildingId, name, staircases } = building
  const staircase = staircases.find(({ staircaseId }) => staircaseId === own.staircaseId)
  return [
    ...wider,
    { kind: 'building', placeId: buildingId, name },
    ...(staircase === undefined || staircases.length < 2
      ? []
      : [{ kind: 'staircase' as const, placeId: staircase.staircaseId, name: `${name} ${staircase.name}` }]),
  ]
}
