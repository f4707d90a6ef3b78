import { shiftAt } from '@shequtong/domain/rota/shifts'
import { addDays, type Instant } from '@shequtong/domain/time'
import { callDirectly } from '@shequtong/server/http/direct'
import type { Services } from '@shequtong/server/http/services'
import { demoRota } from '../demo/rota.ts'
import type { SeededPerson } from './people-runner.ts'
import type { SeededTerritory } from './territory-runner.ts'

/** Who is on duty from the night in which the world ends, or the next one, on. */
export const runRota = async (
  services: Services,
  territory: SeededTerritory,
  people: ReadonlyMap<string, SeededPerson>,
  endsAt: Instant,
): Promise<void> => {
  const grantOf = (personId: string): string => {
    const grant = people.get(personId)?.role?.roleGrantId
    if (grant === undefined) throw new Error(`${personId} has no role to be on duty in`)
    return grant
  }
  const first = shiftAt(endsAt).on
  for (const { community, namedBy, inDays, part, holder, backup } of demoRota) {
    const actor = people.get(namedBy)?.role
    if (actor === undefined) throw new Error(`${namedBy} has no role to set a rota in`)
    await callDirectly(
      services,
      'nameForShift',
      actor,
      {
        params: { communityId: territory.of(community).communityId },
        body: {
          on: addDays(first, inDays),
          part,
          holderRoleGrantId: grantOf(holder),
          backupRoleGrantId: grantOf(backup),
        },
      },
      endsAt,
    )
  }
}
