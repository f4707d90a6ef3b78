import type { OfficerRow } from '@shequtong/contract/command-center'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import type { CommunityEntry, TerritoryDirectory } from '../territory/directory.ts'
import { officerRows } from './officer-rows.ts'

const pageSize = 20

const openSql = `
  select service_request_id as "serviceRequestId", (stopped_at is not null) as stopped, deadline_at as "deadlineAt"
  from open_items
  where community_id = $1 and ($2::boolean is null
    or ((stopped_at is not null), deadline_at, service_request_id) > ($2, $3::timestamptz, $4::uuid))
  order by (stopped_at is not null), deadline_at, service_request_id limit ${pageSize + 1}`

interface OpenItem {
  serviceRequestId: string
  stopped: boolean
  deadlineAt: Date
}

/** What is not finished in one community, most urgent first. */
export const openItemsOf = async (db: Db, actor: Actor, community: CommunityEntry, cursor: string | undefined) => {
  const after = decodeCursor(cursor, ['boolean', 'number', 'string'])
  const bounds = after === undefined ? [null, null, null] : [after[0], cursorDate(after[1]), cursorId(after[2])]
  const rows = await db.many<OpenItem>(openSql, [community.communityId, ...bounds])
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const more = rows.length > pageSize && last !== undefined
  const ids = page.map(({ serviceRequestId }) => serviceRequestId)
  return {
    items: await officerRows(db, actor, community, ids),
    nextCursor: more ? encodeCursor([last.stopped, last.deadlineAt.getTime(), last.serviceRequestId]) : null,
  }
}

export interface Item {
  communityId: number
  serviceRequestId: string
}

/** Items of several communities as an officer lists them, in their order; each community is read by itself. */
export const rowsAcross = async (db: Db, actor: Actor, territory: TerritoryDirectory, items: readonly Item[]) => {
  const byCommunity = Map.groupBy(items, ({ communityId }) => communityId)
  const found = new Map<string, OfficerRow>()
  await Promise.all(
    [...byCommunity].map(async ([communityId, ofOne]) => {
      const community = await territory.community(communityId)
      if (community === undefined) return
      const ids = ofOne.map(({ serviceRequestId }) => serviceRequestId)
      for (const row of await officerRows(db, actor, community, ids)) found.set(row.serviceRequestId, row)
    }),
  )
  return items.flatMap(({ serviceRequestId }) => found.get(serviceRequestId) ?? [])
}
