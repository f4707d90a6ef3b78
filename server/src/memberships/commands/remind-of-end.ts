import * as rules from '@shequtong/domain/memberships/membership'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { type MembershipRow, membershipSelect, toDomain } from '../row.ts'
import { saveMembership } from '../save.ts'

/** Reminds members of a stated last day that is near, once, up to `limit`; returns how many. Rows are claimed with SKIP LOCKED. */
export const remindOfEnd = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit: number): Promise<number> => {
  const rows = await tx.many<MembershipRow>(
    `${membershipSelect} where m.state <> 'ended' and m.leave_remind_at <= $1
     order by m.leave_remind_at limit $2 for no key update of m skip locked`,
    [now, limit],
  )
  let reminded = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = rules.remindOfEnd(toDomain(row), now)
    if (!done.ok || place === undefined) continue
    await saveMembership(tx, row, done.value, { type: 'membership.ending_soon', place, byPersonId: undefined }, now)
    reminded += 1
  }
  return reminded
}
