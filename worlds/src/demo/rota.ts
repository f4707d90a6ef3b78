import type { ShiftPart } from '@shequtong/domain/rota/shifts'
import type { PersonId } from './person-types.ts'
import type { DemoCommunityKey } from './territory-types.ts'

/** One shift of the rota, counted from the day on which the world ends. */
export interface DemoDuty {
  readonly community: DemoCommunityKey
  readonly namedBy: PersonId
  readonly inDays: number
  readonly part: ShiftPart
  readonly holder: PersonId
  readonly backup: PersonId
}

type Night = readonly [holder: PersonId, backup: PersonId] | undefined

/** The nights from the last day on; the sixth night nobody has taken yet. */
const nights: readonly Night[] = [
  ['sun', 'guo'],
  ['gao', 'sun'],
  ['sun', 'guo'],
  ['guo', 'gao'],
  ['gao', 'sun'],
  undefined,
  ['sun', 'gao'],
]

export const demoRota: readonly DemoDuty[] = nights.flatMap((night, inDays) => {
  if (night === undefined) return []
  const [holder, backup] = night
  return [{ community: 'baoshan-9', namedBy: 'guo', inDays, part: 'night', holder, backup }]
})
