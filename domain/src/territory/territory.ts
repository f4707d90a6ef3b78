/** Kinds of the territory tree. A District holds Subdistricts, these hold Communities, these hold Compounds. */
export const subdistrictKinds = ['street', 'town', 'industrialPark'] as const
export type SubdistrictKind = (typeof subdistrictKinds)[number]

export const communityKinds = ['neighbourhood', 'village'] as const
export type CommunityKind = (typeof communityKinds)[number]

/** Where the exclusive floor area of a dwelling comes from, in order of precedence (最高法 建筑物区分所有权 司法解释 art. 8). */
export const floorAreaSources = ['register', 'survey', 'purchaseContract'] as const
export type FloorAreaSource = (typeof floorAreaSources)[number]

/** A community with the two territories above it: enough to decide who may act in it. */
export interface CommunityPlace {
  readonly communityId: number
  readonly subdistrictId: number
  readonly districtId: number
}
