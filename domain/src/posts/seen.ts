/** How many neighbours saw an announcement, in one part of those whom it is for. Both counts are persons. */
export interface SeenIn {
  readonly members: number
  readonly seen: number
}

export interface SeenInPlace extends SeenIn {
  /** The building, or the staircase of one. */
  readonly name: string
}

/**
 * A part with fewer members than this is shown together with others: of four neighbours one would soon be known by name. Our default,
 * half of what a published cell of a vote needs: who opened a notice is less than how somebody voted, and still nobody's business.
 */
export const smallestSeenGroup = 5

export interface SeenByPlace {
  readonly total: SeenIn
  readonly places: readonly SeenInPlace[]
  /** Everybody in parts that are too small, and who lives in none; undefined where every part stands by itself. */
  readonly others: SeenIn | undefined
}

const add = (one: SeenIn, other: SeenIn): SeenIn => ({
  members: one.members + other.members,
  seen: one.seen + other.seen,
})

const nobody: SeenIn = { members: 0, seen: 0 }
const isSmall = ({ members }: SeenIn): boolean => members < smallestSeenGroup

/**
 * Who saw it, by part, in the order of `parts` and without a part under `smallestSeenGroup`. Where the small ones together are still
 * too few, the smallest of the shown joins them, so that no part can be told by subtraction. `name` null: members who live nowhere here.
 * Fewer members in all: the total is kept back too (undefined).
 */
export const seenByPlace = (parts: readonly (SeenIn & { readonly name: string | null })[]): SeenByPlace | undefined => {
  const total = parts.reduce<SeenIn>(add, nobody)
  if (isSmall(total)) return undefined
  let shown = parts.filter((part): part is SeenInPlace => part.name !== null && !isSmall(part))
  const left = () => parts.filter((part) => !shown.includes(part as SeenInPlace)).reduce<SeenIn>(add, nobody)
  while (left().members > 0 && isSmall(left())) {
    const smallest = Math.min(...shown.map(({ members }) => members))
    const joins = shown.findLast(({ members }) => members === smallest)
    shown = shown.filter((part) => part !== joins)
  }
  const others = left()
  return { total, places: shown, others: others.members === 0 ? undefined : others }
}
