import type { HandOverRole } from '@shequtong/domain/roles/roles'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Instant } from '@shequtong/domain/time'
import type { Random } from '../random.ts'

export interface Neighbour {
  readonly membershipId: string
  readonly personId: string
  readonly buildingId: string
  readonly buildingName: string
  readonly startedAt: Instant
}

export interface Cadre {
  readonly roleGrantId: string
  readonly personId: string
  readonly role: HandOverRole
}

/** Who may speak in a community: neighbours in the order in which they came, and at least one of each of these roles. */
export interface Cast {
  readonly place: CommunityPlace
  readonly neighbours: readonly Neighbour[]
  readonly committee: readonly Cadre[]
  readonly director: Cadre
  readonly propertyManager: Cadre
  /** A board on which members post and nobody has to answer. */
  readonly boardId: string
}

/** How many had come by `at`. */
export const comeBy = ({ neighbours }: Cast, at: Instant): number => {
  let [low, high] = [0, neighbours.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((neighbours[middle]?.startedAt.getTime() ?? 0) <= at.getTime()) low = middle + 1
    else high = middle
  }
  return low
}

/** Somebody who was a neighbour at `at` and is none of `without`; some speak far more often than others. */
export const neighbourAt = (
  cast: Cast,
  at: Instant,
  random: Random,
  without: ReadonlySet<string> = new Set(),
): Neighbour | undefined => {
  const come = comeBy(cast, at)
  for (let tries = 0; tries < 8 && come > 0; tries += 1) {
    const found = cast.neighbours[Math.floor(random.fraction() ** 2 * come)]
    if (found !== undefined && !without.has(found.membershipId)) return found
  }
  return undefined
}
