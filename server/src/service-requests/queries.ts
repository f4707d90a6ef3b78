import type {
  InboxRow,
  listFeed,
  readServiceRequest,
  ServiceRequestCard,
  ServiceRequestView,
} from '@shequtong/contract/service-requests'
import { inboxReach, maySee, maySeeNotes } from '@shequtong/domain/service-requests/participants'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { readAhead } from '../http/call.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import { participantOf } from './access.ts'
import { rowColumns, toDomain } from './row.ts'
import { type AuthoredRow, cardView, type EntryJson, inboxRowView, threadView } from './view.ts'

export const pageSize = 20

const photosJson = (where: string) => `coalesce((select json_agg(json_build_object(
    'photoId', p.photo_id, 'widthPx', p.width_px, 'heightPx', p.height_px) order by p.position)
  from photos p where p.community_id = r.community_id and p.service_request_id = r.service_request_id and ${where}), '[]')`

const entryJson = `json_build_object('entryId', e.entry_id, 'kind', e.kind, 'text', e.text,
  'at', e.at, 'handedTo', e.handed_to, 'inOfficeName', e.in_office_name, 'membershipId', e.by_membership_id,
  'roleGrantId', e.by_role_grant_id, 'shownName', coalesce(em.shown_name, eg.shown_name), 'party', em.party,
  'memberState', em.state, 'role', eg.role,
  'filedByName', coalesce(efg.shown_name, efm.shown_name), 'filedByRole', efg.role, 'photos', ${photosJson('p.entry_id = e.entry_id')})`

const entryNames = `
  left join memberships em on em.community_id = e.community_id and em.membership_id = e.by_membership_id
  left join role_grants eg on eg.role_grant_id = e.by_role_grant_id
  left join memberships efm on efm.community_id = e.community_id and efm.membership_id = e.filed_by_membership_id
  left join role_grants efg on efg.role_grant_id = e.filed_by_role_grant_id`

const authored = `${rowColumns}, m.shown_name as "askerName", m.party as "askerParty", m.state as "askerState",
  coalesce(fg.shown_name, fm.shown_name) as "filedByName", fg.role as "filedByRole",
  ${photosJson('p.entry_id is null')} as photos`

const asker = `join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
  left join memberships fm on fm.community_id = r.community_id and fm.membership_id = r.filed_by_membership_id
  left join role_grants fg on fg.role_grant_id = r.filed_by_role_grant_id`

/** Not what the reader blocked; a role reads everything ($N is null). */
const unblocked = (reader: string, membership: string) => `(${reader}::uuid is null or not exists (
    select from neighbour_blocks nb where nb.person_id = ${reader} and nb.community_id = r.community_id
      and nb.blocked_membership_id = ${membership}))`

/** The person of a session that wears a membership. */
const readerOfSession = (tokenHash: string) =>
  `(select s.person_id from sessions s where s.token_hash = ${tokenHash} and s.acting_community_id is not null)`

const threadSqlFor = (reader: string) => `
  select ${authored}, ag.shown_name as "assigneeName",
    coalesce((select json_agg(${entryJson} order by e.number) from service_request_entries e ${entryNames}
      where e.community_id = r.community_id and e.service_request_id = r.service_request_id
        and ($3 or e.kind <> 'note')
        and (e.kind <> 'reply' or e.by_membership_id is null or ${unblocked(reader, 'e.by_membership_id')})), '[]') as entries
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where r.community_id = $1 and r.service_request_id = $2`

const threadSql = threadSqlFor('$4')
const threadOfSessionSql = threadSqlFor(readerOfSession('$4'))

type ThreadRow = AuthoredRow & { entries: EntryJson[]; assigneeName: string | null }

/** Whose list of blocked neighbours counts: a member's; a role has to hear everybody. */
const readerOf = (actor: Actor): string | null => (actor.hat?.type === 'member' ? actor.personId : null)

/** Not-found where the actor may not see it; notes only for those who may read them. */
const threadFor = (row: ThreadRow | undefined, actor: Actor, place: CommunityPlace): ServiceRequestView => {
  if (row === undefined) throw notFound()
  const who = participantOf(actor, row)
  if (!maySee(who, toDomain(row), place)) throw notFound()
  const entries = maySeeNotes(who.hat) ? row.entries : row.entries.filter(({ kind }) => kind !== 'note')
  return threadView({ ...row, entries }, who, actor.hatId, place)
}

/** One thread in one round trip; not-found where the actor may not see it. */
export const thread = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
): Promise<ServiceRequestView> => {
  const notes = actor.hat !== undefined && maySeeNotes(actor.hat)
  const row = await db.maybe<ThreadRow>(threadSql, [place.communityId, serviceRequestId, notes, readerOf(actor)])
  return threadFor(row, actor, place)
}

/** The thread for an officer whose reason was just written into it; without internal notes, and nothing to do in it. */
export const lookedInto = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
): Promise<ServiceRequestView> => {
  const row = await db.one<ThreadRow>(threadSql, [place.communityId, serviceRequestId, false, null])
  return { ...threadView(row, participantOf(actor, row), actor.hatId, place), may: [] }
}

export const readThread = readAhead<typeof readServiceRequest, ThreadRow | undefined>(
  ({ db, actor, place, input }) => thread(db, actor, place, input.params.serviceRequestId),
  {
    load: (db, { params: { communityId, serviceRequestId } }, session) =>
      db.maybe<ThreadRow>(threadOfSessionSql, [communityId, serviceRequestId, true, session]),
    view: (row, { actor, place }) => threadFor(row, actor, place),
  },
)

const cardColumns = `${authored},
  case when r.answer_entry_id is not null then (select ${entryJson} from service_request_entries e ${entryNames}
   where e.community_id = r.community_id and e.entry_id = r.answer_entry_id) end as answer`

type CardRow = AuthoredRow & { answer: EntryJson | null }

const feedSqlFor = (reader: string) => `
  select ${cardColumns} from service_requests r ${asker}
  where r.community_id = $1 and r.visibility = 'community' and r.state <> 'withdrawn' and ${unblocked(reader, 'r.by_membership_id')}
    and ($2::timestamptz is null or (r.submitted_at, r.service_request_id) < ($2, $3::uuid))
  order by r.submitted_at desc, r.service_request_id desc limit ${pageSize + 1}`

const feedSql = feedSqlFor('$4')
const feedOfSessionSql = feedSqlFor(readerOfSession('$4'))

const mineSql = `
  select ${cardColumns} from service_requests r ${asker}
  where r.community_id = $1 and r.by_membership_id = $4
    and ($2::timestamptz is null or (r.submitted_at, r.service_request_id) < ($2, $3::uuid))
  order by r.submitted_at desc, r.service_request_id desc limit ${pageSize + 1}`

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

const newestFirst = async (db: Db, sql: string, cursor: string | undefined, values: unknown[]): Promise<CardRow[]> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const bounds = after === undefined ? [null, null] : [cursorDate(after[0]), cursorId(after[1])]
  const [communityId, ...rest] = values
  return db.many<CardRow>(sql, [communityId, ...bounds, ...rest])
}

const cardPage = (rows: readonly CardRow[], hatId: string | undefined): Page<ServiceRequestCard> => {
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  const more = rows.length > pageSize && last !== undefined
  return {
    items: items.map((row) => cardView(row, hatId)),
    nextCursor: more ? encodeCursor([last.submittedAt.getTime(), last.serviceRequestId]) : null,
  }
}

/** What neighbours said, newest first; private requests never stand in a feed. */
export const feed = readAhead<typeof listFeed, CardRow[]>(
  async ({ db, actor, place, input }) =>
    cardPage(await newestFirst(db, feedSql, input.query.cursor, [place.communityId, readerOf(actor)]), actor.hatId),
  {
    load: (db, { params, query }, session) =>
      newestFirst(db, feedOfSessionSql, query.cursor, [params.communityId, session]),
    view: (rows, { actor }) => cardPage(rows, actor.hatId),
  },
)

export const mine = async (db: Db, actor: Actor, place: CommunityPlace, cursor: string | undefined) =>
  cardPage(await newestFirst(db, mineSql, cursor, [place.communityId, actor.membershipId]), actor.hatId)

const inboxWhere = (
  own: string,
  isPublic: string,
) => `r.community_id = $1 and r.state in ('submitted', 'read', 'answered', 'reopened')
  and ($2::text is null or r.responsible_role = $2 or ${own}::uuid in (r.assignee_role_grant_id, r.filed_by_role_grant_id)
    or (${isPublic}::boolean and r.visibility = 'community'))`

const inboxSql = `
  select ${authored}, ag.shown_name as "assigneeName"
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where ${inboxWhere('$6', '$7')}
    and ($3::boolean is null or ((r.stopped_at is not null), r.deadline_at, r.service_request_id) > ($3, $4::timestamptz, $5::uuid))
  order by (r.stopped_at is not null), r.deadline_at, r.service_request_id limit ${pageSize + 1}`

const inboxCountSql = `
  select count(*)::int as waiting, (count(*) filter (where coalesce(r.paused_at, $3) > r.deadline_at))::int as overdue
  from service_requests r where ${inboxWhere('$4', '$5')} and r.stopped_at is null`

/** What waits, most urgent first, as far as the role reaches: see `inboxReach`. */
export const inbox = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  cursor: string | undefined,
  now: Date,
): Promise<Page<InboxRow> & { waiting: number; overdue: number }> => {
  const role = actor.hat?.type === 'role' ? actor.hat.role : null
  const reach = role === null ? 'own' : inboxReach(role)
  const own = [actor.roleGrantId ?? null, reach === 'community']
  const ofRole = reach === 'everything' ? null : role
  const after = decodeCursor(cursor, ['boolean', 'number', 'string'])
  const bounds = after === undefined ? [null, null, null] : [after[0], cursorDate(after[1]), cursorId(after[2])]
  const [rows, counts] = await Promise.all([
    db.many<AuthoredRow & { assigneeName: string | null }>(inboxSql, [place.communityId, ofRole, ...bounds, ...own]),
    db.one<{ waiting: number; overdue: number }>(inboxCountSql, [place.communityId, ofRole, now, ...own]),
  ])
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  const more = rows.length > pageSize && last !== undefined
  return {
    ...counts,
    items: items.map(inboxRowView),
    nextCursor: more ? encodeCursor([last.stoppedAt !== null, last.deadlineAt.getTime(), last.serviceRequestId]) : null,
  }
}
