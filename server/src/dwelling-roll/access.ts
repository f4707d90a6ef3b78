import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'

export interface Compound {
  readonly communityId: number
  readonly compoundId: string
  readonly name: string
}

/** A compound of the community whose roll the actor manages (the permission was decided by the path); else not-found. */
export const toManage = async (db: Db, communityId: number, compoundId: string): Promise<Compound> => {
  const row = await db.maybe<{ name: string }>(
    `select name from compounds where community_id = $1 and compound_id = $2`,
    [communityId, compoundId],
  )
  if (row === undefined) throw notFound()
  return { communityId, compoundId, name: row.name }
}
