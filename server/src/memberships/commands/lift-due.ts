import * as rules from '@shequtong/domain/memberships/membership'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { type MembershipRow, membershipSelect, toDomain } from '../row.ts'
import { saveMembership } from '../save.ts'

/** Lifts the suspensions whose last day is over, up to `limit`; returns how many. Rows are claimed with SKIP LOCKED. */
export const liftDue = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit: number): Promise<number> => {
  const rows = await tx.many<MembershipRow>(
    `${membershipSelect} where m.state = 'suspended' and m.suspended_until <= $1
     order by m.suspended_until limit $2 for update of m skip locked`,
    [now, limit],
  )
  let lifted = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = rules.lift(toDomain(row), now)
    if (!done.ok || place === undefined) continue
    await saveMembership(tx, row, done.value, { type: 'membership.resumed', place, byPersonId: undefined }, now)
    lifted += 1
  }
  return lifted
}
