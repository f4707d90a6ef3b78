import type { listCommunityItems, OfficerRow } from '@shequtong/contract/command-center'
import { type ReadAhead, readAhead } from '../http/call.ts'
import { Rendered } from '../http/rendered.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import type { ViewCache } from '../platform/view-cache.ts'
import { stampIn } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import type { CommunityEntry, TerritoryDirectory } from '../territory/directory.ts'
import { type ItemKey, officerRows } from './officer-rows.ts'

const pageSize = 20

/**
 * The keys of a page as one text: id, stamp, whether its clock stopped, its deadline in milliseconds since 1970. `$3` is the community;
 * the first page has a text of its own, so that every page begins with one look into the index.
 */
const openSql = (after: string) => `(select string_agg(
    concat_ws(' ', p.id, p.stamp, p.stopped, (extract(epoch from p.deadline_at) * 1000)::bigint), ','
    order by p.stopped, p.deadline_at, p.id)
  from (
    select o.id, coalesce(${stampIn('$3')}, 'gone') as stamp, o.stopped, o.deadline_at
    from (
      select o.service_request_id as id, (o.stopped_at is not null) as stopped, o.deadline_at from open_items o
      where o.community_id = $3 ${after}
      order by (o.stopped_at is not null), o.deadline_at, o.service_request_id limit ${pageSize + 1}) as o
    left join service_requests r on r.community_id = $3 and r.service_request_id = o.id) as p)`

const firstSql = openSql('')
const nextSql = openSql(
  'and ((o.stopped_at is not null), o.deadline_at, o.service_request_id) > ($4::boolean, $5::timestamptz, $6::uuid)',
)

const pageAt = (communityId: number, cursor: string | undefined) => {
  const after = decodeCursor(cursor, ['boolean', 'number', 'string'])
  return after === undefined
    ? { sql: firstSql, values: [communityId] }
    : { sql: nextSql, values: [communityId, after[0], cursorDate(after[1]), cursorId(after[2])] }
}

interface PageKey extends ItemKey {
  readonly stopped: boolean
  readonly deadlineMs: number
}

const keyOf = (text: string): PageKey => {
  const [serviceRequestId = '', stamp = '', stopped, deadlineMs] = text.split(' ')
  return { serviceRequestId, stamp, stopped: stopped === 't', deadlineMs: Number(deadlineMs) }
}

const shown = async (
  db: Db,
  views: ViewCache,
  actor: Actor,
  community: CommunityEntry | undefined,
  keys: string | null,
): Promise<Rendered> => {
  if (community === undefined) throw notFound()
  const all = keys === null ? [] : keys.split(',').map(keyOf)
  const page = all.slice(0, pageSize)
  const rows = await officerRows(db, views, actor, community, page)
  const last = page.at(-1)
  const nextCursor =
    all.length > pageSize && last !== undefined
      ? encodeCursor([last.stopped, last.deadlineMs, last.serviceRequestId])
      : null
  return new Rendered(
    `{"items":[${rows.map(({ json }) => json).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`,
  )
}

/** What is not finished in one community, most urgent first. */
export const openItems: ReadAhead<typeof listCommunityItems> = readAhead(
  async ({ db, actor, place, input, services }) => {
    const { sql, values } = pageAt(place.communityId, input.query.cursor)
    const { keys } = await db.one<{ keys: string | null }>(
      `select ${sql} as keys from (select $1::text, $2::text) as no_session`,
      [null, null, ...values],
    )
    return shown(db, services.views, actor, await services.territory.community(place.communityId), keys)
  },
  {
    ahead: ({ params, query }) => pageAt(params.communityId, query.cursor),
    view: async (keys, { db, actor, place, services }) =>
      shown(db, services.views, actor, await services.territory.community(place.communityId), keys),
  },
)

export interface Item {
  readonly communityId: number
  readonly serviceRequestId: string
}

const stampsSql = `select r.service_request_id as "serviceRequestId", ${stampIn('$1')} as stamp
  from service_requests r where r.community_id = $1 and r.service_request_id = any($2)`

/** Items of several communities as an officer lists them, in their order; each community is read by itself. */
export const rowsAcross = async (
  db: Db,
  views: ViewCache,
  actor: Actor,
  territory: TerritoryDirectory,
  items: readonly Item[],
): Promise<OfficerRow[]> => {
  const byCommunity = Map.groupBy(items, ({ communityId }) => communityId)
  const found = new Map<string, OfficerRow>()
  await Promise.all(
    [...byCommunity].map(async ([communityId, ofOne]) => {
      const community = await territory.community(communityId)
      if (community === undefined) return
      const ids = ofOne.map(({ serviceRequestId }) => serviceRequestId)
      const keys = await db.many<ItemKey>(stampsSql, [communityId, ids])
      for (const { serviceRequestId, json } of await officerRows(db, views, actor, community, keys))
        found.set(serviceRequestId, JSON.parse(json) as OfficerRow)
    }),
  )
  return items.flatMap(({ serviceRequestId }) => found.get(serviceRequestId) ?? [])
}
