import type { InputOf, ReplyOf } from '@shequtong/contract/endpoint'
import type { listSubdistrictInbox } from '@shequtong/contract/escalation'
import type { OfficersInboxShow } from '@shequtong/domain/service-requests/inbox-filters'
import type { Call } from '../http/call.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import { type Item, rowsAcross } from './queries.ts'

const pageSize = 20

const overdue = 'coalesce(paused_at, $2) > deadline_at'

const showSql: Readonly<Record<OfficersInboxShow, string>> = {
  waiting: 'and stopped_at is null',
  overdue: `and stopped_at is null and ${overdue}`,
  answered: 'and stopped_at is not null',
}

type Level = 'subdistrict' | 'district'

/** What a level has in hand: escalated to it, and without a result. `$1` is the territory, `$2` is now. */
const inHandOf = (level: Level) => `open_items where ${level}_id = $1 and level = '${level}' and state <> 'resolved'`

const pageSql = (level: Level, show: OfficersInboxShow | undefined) => `
  select community_id as "communityId", service_request_id as "serviceRequestId", stopped_at is not null as stopped,
    deadline_at as "deadlineAt"
  from ${inHandOf(level)} ${show === undefined ? '' : showSql[show]}
    and $2::timestamptz is not null and ($3::boolean is null
      or ((stopped_at is not null), deadline_at, service_request_id) > ($3, $4::timestamptz, $5::uuid))
  order by (stopped_at is not null), deadline_at, service_request_id limit ${pageSize + 1}`

const countsSql = (level: Level) => `
  select count(*)::int as waiting, count(*) filter (where ${overdue})::int as overdue
  from ${inHandOf(level)} and stopped_at is null`

type Found = Item & { readonly stopped: boolean; readonly deadlineAt: Date }

/** What was escalated to a subdistrict or district and waits there, most urgent first. */
export const officersInbox = async (
  { db, actor, services, now }: Pick<Call<typeof listSubdistrictInbox>, 'db' | 'actor' | 'services' | 'now'>,
  level: Level,
  territoryId: number,
  { cursor, show }: InputOf<typeof listSubdistrictInbox>['query'],
): Promise<ReplyOf<typeof listSubdistrictInbox>> => {
  const after = decodeCursor(cursor, ['boolean', 'number', 'string'])
  const keys = after === undefined ? [null, null, null] : [after[0], cursorDate(after[1]), cursorId(after[2])]
  const [found, counts] = await Promise.all([
    db.many<Found>(pageSql(level, show), [territoryId, now, ...keys]),
    db.one<{ waiting: number; overdue: number }>(countsSql(level), [territoryId, now]),
  ])
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  const more = found.length > pageSize && last !== undefined
  return {
    ...counts,
    items: await rowsAcross(db, services.views, actor, services.territory, page),
    nextCursor: more ? encodeCursor([last.stopped, last.deadlineAt.getTime(), last.serviceRequestId]) : null,
  }
}
