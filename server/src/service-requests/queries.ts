import type { InputOf } from '@shequtong/contract/endpoint'
import type { listInbox } from '@shequtong/contract/inbox'
import { roles } from '@shequtong/domain/roles/roles'
import { type InboxShow, mostExported, wordsToFind } from '@shequtong/domain/service-requests/inbox-filters'
import { inboxReach } from '@shequtong/domain/service-requests/participants'
import { type ReadAhead, readAhead } from '../http/call.ts'
import { pageSize } from '../http/card-pages.ts'
import { Rendered } from '../http/rendered.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { bytesPerCharacter, type ViewCache } from '../platform/view-cache.ts'
import type { Actor } from '../sessions/actor.ts'
import { asker, authored, type HeadRow, stampIn } from './rows-sql.ts'
import { inboxRowView } from './view.ts'

const rolesIn = (reach: ReturnType<typeof inboxReach>): string =>
  roles.flatMap((role) => (inboxReach(role) === reach ? [`'${role}'`] : [])).join(', ')

/** What stands in the inbox of the role `g` of a session, in the community `$3`. */
const inboxWhere = `r.community_id = $3 and r.state in ('submitted', 'read', 'answered', 'reopened')
  and (g.role in (${rolesIn('everything')}) or r.responsible_role = g.role or r.offered_role = g.role
    or g.role_grant_id in (r.assignee_role_grant_id, r.filed_by_role_grant_id)
    or (g.role in (${rolesIn('community')}) and r.visibility = 'community'))`

/**
 * A page's keys and what waits beside it, as one text of JSON. `part` and `after`: the whole inbox and its first page have a text of
 * their own, so that every page begins with one look into the index. `$2` is now.
 */
const inboxSql = (part: string, after: string) => `(select json_build_object('keys', coalesce((
    select json_agg(json_build_array(p.id, p.stamp, p.stopped, (extract(epoch from p.deadline_at) * 1000)::bigint)
      order by p.stopped, p.deadline_at, p.id)
    from (
      select r.service_request_id as id, ${stampIn('$3')} as stamp, (r.stopped_at is not null) as stopped, r.deadline_at
      from service_requests r where ${inboxWhere} ${part} ${after}
      order by (r.stopped_at is not null), r.deadline_at, r.service_request_id limit ${pageSize + 1}) as p), '[]'),
    'waiting', count(*), 'overdue', count(*) filter (where coalesce(r.paused_at, $2) > r.deadline_at))::text
  from service_requests r where ${inboxWhere} and r.stopped_at is null)`

const showSql: Readonly<Record<InboxShow, string>> = {
  waiting: 'r.stopped_at is null',
  overdue: 'r.stopped_at is null and coalesce(r.paused_at, $2) > r.deadline_at',
  paused: 'r.stopped_at is null and r.paused_at is not null',
  answered: 'r.stopped_at is not null',
  mine: '(r.responsible_role = g.role or g.role_grant_id in (r.assignee_role_grant_id, r.filed_by_role_grant_id))',
}

/** `n`: the number of the parameter with the kind; the one after it are the words. */
const partSql = (n: number, show: InboxShow | undefined): string => `
  and ($${n}::text is null or r.kind = $${n}) ${show === undefined ? '' : `and ${showSql[show]}`}
  and not exists (select from unnest($${n + 1}::text[]) as wanted (word)
    where strpos(lower(concat_ws(' ', r.text, r.place, (select m.shown_name from memberships m
      where m.community_id = r.community_id and m.membership_id = r.by_membership_id))), wanted.word) = 0)`

const texts = new Map<string, string>()
const textOf = (show: InboxShow | undefined, isPart: boolean, isFirst: boolean): string => {
  const name = `${show} ${isPart} ${isFirst}`
  const known = texts.get(name)
  if (known !== undefined) return known
  const after = isFirst
    ? ''
    : 'and ((r.stopped_at is not null), r.deadline_at, r.service_request_id) > ($4::boolean, $5::timestamptz, $6::uuid)'
  const text = inboxSql(isPart ? partSql(isFirst ? 4 : 7, show) : '', after)
  texts.set(name, text)
  return text
}

type Wanted = InputOf<typeof listInbox>['query']

const pageAt = (communityId: number, { cursor, show, kind, q }: Wanted) => {
  const after = decodeCursor(cursor, ['boolean', 'number', 'string'])
  const isPart = show !== undefined || kind !== undefined || q !== undefined
  return {
    sql: textOf(show, isPart, after === undefined),
    values: [
      communityId,
      ...(after === undefined ? [] : [after[0], cursorDate(after[1]), cursorId(after[2])]),
      ...(isPart ? [kind ?? null, q === undefined ? [] : wordsToFind(q)] : []),
    ],
  }
}

interface Found {
  readonly keys: readonly [id: string, stamp: string, stopped: boolean, deadlineMs: number][]
  readonly waiting: number
  readonly overdue: number
}

const rowsSql = `
  select ${authored}, ${stampIn('$1')} as stamp, ag.shown_name as "assigneeName"
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where r.community_id = $1 and r.service_request_id = any($2)`

type ExportRow = Parameters<typeof inboxRowView>[0]

interface KeptRow {
  readonly json: string
}

/** Rows of the inbox as JSON, the same for every role that has them in its own; from memory where they stand there in this state. */
const rowsOf = async (db: Db, views: ViewCache, communityId: number, page: Found['keys']): Promise<string[]> => {
  const nameOf = (id: string, stamp: string) => `inbox row ${communityId} ${id} ${stamp}`
  const found = new Map<string, KeptRow>()
  for (const [id, stamp] of page) {
    const known = views.get<KeptRow>(nameOf(id, stamp))
    if (known !== undefined) found.set(id, known)
  }
  const missing = page.flatMap(([id]) => (found.has(id) ? [] : [id]))
  if (missing.length > 0)
    for (const row of await db.many<HeadRow & { stamp: string }>(rowsSql, [communityId, missing])) {
      const kept: KeptRow = { json: JSON.stringify(inboxRowView(row)) }
      views.set(nameOf(row.serviceRequestId, row.stamp), kept, kept.json.length * bytesPerCharacter)
      found.set(row.serviceRequestId, kept)
    }
  return page.flatMap(([id]) => found.get(id)?.json ?? [])
}

const nobodys: Found = { keys: [], waiting: 0, overdue: 0 }

const shown = async (db: Db, views: ViewCache, communityId: number, text: string | null): Promise<Rendered> => {
  const { keys, waiting, overdue } = text === null ? nobodys : (JSON.parse(text) as Found)
  const page = keys.slice(0, pageSize)
  const rows = await rowsOf(db, views, communityId, page)
  const last = page.at(-1)
  const nextCursor = keys.length > pageSize && last !== undefined ? encodeCursor([last[2], last[3], last[0]]) : null
  return new Rendered(
    `{"waiting":${waiting},"overdue":${overdue},"items":[${rows.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`,
  )
}

/** What waits, most urgent first, as far as the role reaches: see `inboxReach`. */
export const inbox: ReadAhead<typeof listInbox> = readAhead(
  async ({ db, actor, place, input, now, services }) => {
    const { sql, values } = pageAt(place.communityId, input.query)
    const { found } = await db.one<{ found: string | null }>(
      `select ${sql} as found from role_grants g where g.role_grant_id = $1::uuid`,
      [actor.roleGrantId ?? null, now, ...values],
    )
    return shown(db, services.views, place.communityId, found)
  },
  {
    ahead: ({ params, query }) => pageAt(params.communityId, query),
    view: (found, { db, place, services }) => shown(db, services.views, place.communityId, found),
  },
)

/** Every row of a part of the inbox, one more than a file holds, in its order. */
export const inboxToExport = (
  db: Db,
  at: { readonly communityId: number; readonly roleGrantId: string; readonly now: Date },
  { show, kind, q }: Pick<Wanted, 'show' | 'kind' | 'q'>,
): Promise<ExportRow[]> =>
  db.many<ExportRow>(
    `select ${authored}, ag.shown_name as "assigneeName"
     from role_grants g join service_requests r on r.community_id = $1 ${asker}
     left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
     where g.role_grant_id = $6 and $2::timestamptz is not null and ${inboxWhere} ${partSql(4, show)}
     order by (r.stopped_at is not null), r.deadline_at, r.service_request_id limit ${mostExported + 1}`,
    [at.communityId, at.now, at.communityId, kind ?? null, q === undefined ? [] : wordsToFind(q), at.roleGrantId],
  )

const mostSupported = 500

/** The requests under which the actor said 我也是 themselves. */
export const mySupport = async (
  db: Db,
  actor: Actor,
  communityId: number,
): Promise<{ serviceRequestIds: string[] }> => {
  const rows = await db.many<{ serviceRequestId: string }>(
    `select service_request_id as "serviceRequestId" from service_request_supporters
     where community_id = $1 and membership_id = $2 and via_service_request_id = service_request_id
     order by at desc limit ${mostSupported}`,
    [communityId, actor.membershipId ?? null],
  )
  return { serviceRequestIds: rows.map(({ serviceRequestId }) => serviceRequestId) }
}
