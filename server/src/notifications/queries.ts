import type { NotificationView } from '@shequtong/contract/notifications'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'

const pageSize = 30
/** The count on the badge says "99+" from here on, so that it never counts further. */
const countedUnread = 100

type Row = Omit<NotificationView, 'at' | 'readAt'> & { at: Date; readAt: Date | null }

const listSql = `
  select notification_id as "notificationId", kind, community_id as "communityId", subject_id as "subjectId", title, at,
    read_at as "readAt"
  from notifications
  where person_id = $1 and ($2::timestamptz is null or (at, notification_id) < ($2, $3::uuid))
  order by at desc, notification_id desc limit ${pageSize + 1}`

const unreadSql = `
  select count(*)::int as unread
  from (select 1 from notifications where person_id = $1 and read_at is null limit ${countedUnread}) as newest`

/** The person's own notifications, newest first, in whatever capacity they came. */
export const listOwn = async (db: Db, personId: string, cursor: string | undefined) => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const bounds = after === undefined ? [null, null] : [cursorDate(after[0]), cursorId(after[1])]
  const [rows, { unread }] = await Promise.all([
    db.many<Row>(listSql, [personId, ...bounds]),
    db.one<{ unread: number }>(unreadSql, [personId]),
  ])
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  const more = rows.length > pageSize && last !== undefined
  return {
    items: items.map((row) => ({ ...row, at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null })),
    nextCursor: more ? encodeCursor([last.at.getTime(), last.notificationId]) : null,
    unreadCount: unread,
  }
}
