import type { Db, Tx } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import { type MembershipRow, membershipSelect } from './row.ts'

const living = `m.community_id = $1 and m.membership_id = $2 and m.state <> 'ended'`

/** A living membership of the community, or not-found. */
export const toShow = async (db: Db, communityId: number, membershipId: string): Promise<MembershipRow> => {
  const row = await db.maybe<MembershipRow>(`${membershipSelect} where ${living}`, [communityId, membershipId])
  if (row === undefined) throw notFound()
  return row
}

/** The same, locked for a change. */
export const toChange = async (tx: Tx, communityId: number, membershipId: string): Promise<MembershipRow> => {
  const row = await tx.maybe<MembershipRow>(`${membershipSelect} where ${living} for update of m`, [
    communityId,
    membershipId,
  ])
  if (row === undefined) throw notFound()
  return row
}

/** In which community a membership of this person stands; not-found for everybody else's. */
export const ownPlace = async (db: Db, personId: string, membershipId: string): Promise<number> => {
  const found = await db.maybe<{ communityId: number }>(
    `select community_id as "communityId" from member_directory where person_id = $1 and membership_id = $2`,
    [personId, membershipId],
  )
  if (found === undefined) throw notFound()
  return found.communityId
}
