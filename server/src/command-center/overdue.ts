import type { listSubdistrictOverdue } from '@shequtong/contract/command-center'
import type { ReplyOf } from '@shequtong/contract/endpoint'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import type { ViewCache } from '../platform/view-cache.ts'
import type { Actor } from '../sessions/actor.ts'
import type { TerritoryDirectory } from '../territory/directory.ts'
import { type Item, rowsAcross } from './queries.ts'

const pageSize = 20

/** `after`: the first page has a text of its own, so that every page begins with one look into the index. */
const overdueSql = (after: string) => `
  select community_id as "communityId", service_request_id as "serviceRequestId", deadline_at as "deadlineAt"
  from open_items
  where subdistrict_id = $1 and stopped_at is null and paused_at is null and deadline_at < $2 ${after}
  order by deadline_at, service_request_id limit ${pageSize + 1}`

const firstSql = overdueSql('')
const nextSql = overdueSql('and (deadline_at, service_request_id) > ($3::timestamptz, $4::uuid)')

/** What nobody answered in time in one subdistrict, the longest overdue first. */
export const overdueItems = async (
  db: Db,
  views: ViewCache,
  actor: Actor,
  territory: TerritoryDirectory,
  subdistrictId: number,
  cursor: string | undefined,
  now: Date,
): Promise<ReplyOf<typeof listSubdistrictOverdue>> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const found =
    after === undefined
      ? await db.many<Item & { deadlineAt: Date }>(firstSql, [subdistrictId, now])
      : await db.many<Item & { deadlineAt: Date }>(nextSql, [
          subdistrictId,
          now,
          cursorDate(after[0]),
          cursorId(after[1]),
        ])
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  const more = found.length > pageSize && last !== undefined
  return {
    items: await rowsAcross(db, views, actor, territory, page),
    nextCursor: more ? encodeCursor([last.deadlineAt.getTime(), last.serviceRequestId]) : null,
  }
}
