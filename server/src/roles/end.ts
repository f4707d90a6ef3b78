import type { EndReason } from '@shequtong/domain/roles/granting'
import type { Role, TerritoryLevel } from '@shequtong/domain/roles/roles'
import type { Tx } from '../platform/database/db.ts'
import { append } from '../platform/outbox/append.ts'

export interface EndedGrant {
  readonly roleGrantId: string
  readonly personId: string
  readonly role: Role
  readonly level: TerritoryLevel
  readonly territoryId: number
}

/** Ends a living grant and keeps the fact with its reason; whoever wears the hat loses it with the commit. */
export const endGrant = async (
  tx: Tx,
  grant: EndedGrant,
  how: { readonly reason: EndReason; readonly byPersonId: string | undefined },
  now: Date,
): Promise<void> => {
  await tx.run(`update role_grants set ended_at = $2, ended_by = $3 where role_grant_id = $1 and ended_at is null`, [
    grant.roleGrantId,
    now,
    how.byPersonId ?? null,
  ])
  await append(tx, {
    communityId: grant.level === 'community' ? grant.territoryId : 0,
    type: 'role.ended',
    aggregateId: grant.roleGrantId,
    byPersonId: how.byPersonId,
    payload: {
      role: grant.role,
      level: grant.level,
      territoryId: grant.territoryId,
      personId: grant.personId,
      reason: how.reason,
    },
    at: now,
  })
}

/** Open requests of a grant that ends go to `successorRoleGrantId`, or to nobody in particular. Returns how many. */
export const moveAssignments = async (
  tx: Tx,
  grant: EndedGrant,
  successorRoleGrantId: string | null,
): Promise<number> =>
  grant.level === 'community'
    ? tx.run(
        `update service_requests set assignee_role_grant_id = $3
         where community_id = $1 and assignee_role_grant_id = $2 and state not in ('confirmed', 'unconfirmed', 'withdrawn')`,
        [grant.territoryId, grant.roleGrantId, successorRoleGrantId],
      )
    : 0
