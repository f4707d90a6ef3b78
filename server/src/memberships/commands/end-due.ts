import * as rules from '@shequtong/domain/memberships/membership'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { type MembershipRow, membershipSelect, toDomain } from '../row.ts'
import { saveMembership } from '../save.ts'

/**
 * Ends the memberships whose time has come, up to `limit`; returns how many. Rows are claimed with SKIP LOCKED; NO KEY,
 * so that words which are being posted, and refer to the row, do not make it wait for the next sweep. What was left behind is
 * erased by `eraseLeft`, at the time that the rule names.
 */
export const endDue = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit: number): Promise<number> => {
  const rows = await tx.many<MembershipRow>(
    `${membershipSelect} where m.state <> 'ended' and m.leaves_at <= $1
     order by m.leaves_at limit $2 for no key update of m skip locked`,
    [now, limit],
  )
  let ended = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = rules.end(toDomain(row), now)
    if (!done.ok || place === undefined) continue
    const fact = { type: 'membership.ended', place, byPersonId: undefined } as const
    await saveMembership(tx, row, done.value.membership, fact, now)
    const key = [row.communityId, row.membershipId]
    await tx.run(`update memberships set erase_at = $3 where community_id = $1 and membership_id = $2`, [
      ...key,
      done.value.eraseAt,
    ])
    await tx.run(`delete from member_directory where community_id = $1 and membership_id = $2 and person_id = $3`, [
      ...key,
      row.personId,
    ])
    await tx.run(
      `update helper_consents set ended_at = $3
       where community_id = $1 and (membership_id = $2 or helper_membership_id = $2) and ended_at is null`,
      [...key, now],
    )
    ended += 1
  }
  return ended
}
