/** For whom a post is: everybody of the community, or whoever lives in one part of it (S05). */
export const scopeKinds = ['community', 'compound', 'subArea', 'building', 'staircase'] as const
export type ScopeKind = (typeof scopeKinds)[number]

/** `placeId` names the part; null for the whole community. */
export interface Scope {
  readonly kind: ScopeKind
  readonly placeId: string | null
}

/** Whether a scope names a part exactly where it needs one. */
export const isWhole = ({ kind, placeId }: Scope): boolean => (kind === 'community') === (placeId === null)

/** Small enough to be told one by one; a wider post is found on the home page, without a line for each of thousands. */
export const toldOneByOne: readonly ScopeKind[] = ['building', 'staircase']

/**
 * Whether a post reaches a reader who lives in `places` (compound, sub-area, building, staircase). A role serves the whole
 * community and sees everything: `places` undefined.
 */
export const reaches = (scope: Scope, places: readonly string[] | undefined): boolean =>
  scope.placeId === null || places === undefined || places.includes(scope.placeId)
