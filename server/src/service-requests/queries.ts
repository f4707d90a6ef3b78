import type { InboxRow } from '@shequtong/contract/service-requests'
import { committeeRoles } from '@shequtong/domain/roles/roles'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { pageSize } from './cards.ts'
import { asker, authored } from './rows-sql.ts'
import { type AuthoredRow, inboxRowView } from './view.ts'

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

const inboxWhere = (own: string) => `r.community_id = $1 and r.state in ('submitted', 'read', 'answered', 'reopened')
  and ($2::text is null or r.responsible_role = $2 or r.assignee_role_grant_id = ${own}::uuid)`

const inboxSql = `
  select ${authored}, ag.shown_name as "assigneeName"
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where ${inboxWhere('$6')}
    and ($3::boolean is null or ((r.stopped_at is not null), r.deadline_at, r.service_request_id) > ($3, $4::timestamptz, $5::uuid))
  order by (r.stopped_at is not null), r.deadline_at, r.service_request_id limit ${pageSize + 1}`

const inboxCountSql = `
  select count(*)::int as waiting, (count(*) filter (where coalesce(r.paused_at, $3) > r.deadline_at))::int as overdue
  from service_requests r where ${inboxWhere('$4')} and r.stopped_at is null`

/** What waits, most urgent first. The committee sees everything, every other role what it has in hand. */
export const inbox = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  cursor: string | undefined,
  now: Date,
): Promise<Page<InboxRow> & { waiting: number; overdue: number }> => {
  const role = actor.hat?.type === 'role' && !committeeRoles.includes(actor.hat.role) ? actor.hat.role : null
  const after = decodeCursor(cursor, ['boolean', 'number', 'string'])
  const bounds = after === undefined ? [null, null, null] : [after[0], cursorDate(after[1]), cursorId(after[2])]
  const [rows, counts] = await Promise.all([
    db.many<AuthoredRow & { assigneeName: string | null }>(inboxSql, [
      place.communityId,
      role,
      ...bounds,
      actor.roleGrantId ?? null,
    ]),
    db.one<{ waiting: number; overdue: number }>(inboxCountSql, [
      place.communityId,
      role,
      now,
      actor.roleGrantId ?? null,
    ]),
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
