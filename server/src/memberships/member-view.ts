import type { MemberView } from '@shequtong/contract/memberships'
import { actsOn, suspensionDaysLeft } from '@shequtong/domain/memberships/membership'
import { dateOnIn } from '@shequtong/domain/time'
import type { Vault } from '../identity/vault.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { isOutranked, rolesHeld } from './queries.ts'
import { type MembershipRow, toDomain } from './row.ts'
import { memberRow } from './view.ts'

/** One member for the committee's page, with what the actor may do about them. */
export const memberView = async (
  db: Db,
  vault: Vault,
  actor: Actor,
  row: MembershipRow,
  now: Date,
): Promise<MemberView> => {
  const { hat } = actor
  const membership = toDomain(row)
  const today = dateOnIn(now)
  const [[masks], roles, outranked] = await Promise.all([
    vault.masks(db, [row.personId]),
    rolesHeld(db, row.personId, row.communityId, now),
    hat?.type === 'role' ? isOutranked(db, row.personId, hat.role) : true,
  ])
  return {
    ...memberRow(row),
    registrationId: row.registrationId,
    masks: {
      documentKind: masks?.documentKind ?? null,
      documentNumber: masks?.documentNumber ?? null,
      phone: masks?.phone ?? null,
    },
    rolesHeld: roles,
    suspensionDaysLeft: suspensionDaysLeft(membership, today),
    may: actsOn(membership, { isOwn: row.personId === actor.personId, outranked, today }),
  }
}
