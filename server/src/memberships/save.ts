import type { EventType } from '@shequtong/contract/events'
import type { Membership, MembershipViolation } from '@shequtong/domain/memberships/membership'
import type { Result } from '@shequtong/domain/result'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { append } from '../platform/outbox/append.ts'
import { Refusal } from '../platform/refusal.ts'
import { columnsOf, type MembershipRow } from './row.ts'

/** The value of a rule, or its violation as a registered problem. */
export const settled = <T>(result: Result<T, MembershipViolation>): T => {
  if (result.ok) return result.value
  throw new Refusal('rule-refused', { code: result.violation.code })
}

/** Everything that the counters need to take a member away again: the same as at the start. */
export const factOf = (row: MembershipRow, place: CommunityPlace) => ({
  subdistrictId: place.subdistrictId,
  districtId: place.districtId,
  memberKind: row.memberKind,
  tenure: row.tenure,
  dwellingId: row.dwellingId,
  party: row.party,
})

/** Writes the membership as the rules left it, with its fact. Returns the row as it stands now. */
export const saveMembership = async (
  tx: Tx,
  row: MembershipRow,
  to: Membership,
  fact: { readonly type: EventType; readonly place: CommunityPlace; readonly byPersonId: string | undefined },
  now: Date,
): Promise<MembershipRow> => {
  const after = columnsOf(to)
  await tx.run(
    `update memberships set state = $3, leaves_at = $4, leave_cause = $5, reason = $6, ended_at = $7, suspended_until = $8,
       leave_remind_at = $9, suspended_days = $10, suspended_last_on = $11
     where community_id = $1 and membership_id = $2`,
    [
      row.communityId,
      row.membershipId,
      after.state,
      after.leavesAt,
      after.leaveCause,
      after.reason,
      after.endedAt,
      after.suspendedUntil,
      after.leaveRemindAt,
      after.suspendedDays,
      after.suspendedLastOn,
    ],
  )
  await append(tx, {
    communityId: row.communityId,
    type: fact.type,
    aggregateId: row.membershipId,
    byPersonId: fact.byPersonId,
    payload: factOf(row, fact.place),
    at: now,
  })
  return { ...row, ...after }
}
