import type { InboxRow } from '@shequtong/contract/service-requests'
import { inboxReach } from '@shequtong/domain/service-requests/participants'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { pageSize } from '../http/card-pages.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { asker, authored, type HeadRow } from './rows-sql.ts'
import { inboxRowView } from './view.ts'

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

const inboxWhere = (
  own: string,
  isPublic: string,
) => `r.community_id = $1 and r.state in ('submitted', 'read', 'answered', 'reopened')
  and ($2::text is null or r.responsible_role = $2 or r.offered_role = $2 or ${own}::uuid in (r.assignee_role_grant_id, r.filed_by_role_grant_id)
    or (${isPublic}::boolean and r.visibility = 'community'))`

/** `after`: the first page has a text of its own, so that every page begins with one look into the index. */
const inboxSql = (after: string) => `
  select ${authored}, ag.shown_name as "assigneeName"
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where ${inboxWhere('$3', '$4')} ${after}
  order by (r.stopped_at is not null), r.deadline_at, r.service_request_id limit ${pageSize + 1}`

const firstSql = inboxSql('')
const nextSql = inboxSql(
  'and ((r.stopped_at is not null), r.deadline_at, r.service_request_id) > ($5::boolean, $6::timestamptz, $7::uuid)',
)

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
  const wanted = [place.communityId, ofRole, ...own]
  const [rows, counts] = await Promise.all([
    after === undefined
      ? db.many<HeadRow>(firstSql, wanted)
      : db.many<HeadRow>(nextSql, [...wanted, after[0], cursorDate(after[1]), cursorId(after[2])]),
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
