import type { NotificationView } from '@shequtong/contract/notifications'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'

const pageSize = 30
/** The count on the badge says "99+" from here on, so that it never counts further. */
const countedUnread = 100

type Row = Omit<NotificationView, 'at' | 'readAt'> & { at: Date; readAt: Date | null }

/** `after`: the first page has a text of its own, so that every page begins with one look into the index. */
const listSql = (after: string) => `
  select notification_id as "notificationId", kind, community_id as "communityId", subject_id as "subjectId", title, at,
    read_at as "readAt"
  from notifications
  where person_id = $1 ${after}
  order by at desc, notification_id desc limit ${pageSize + 1}`

const firstSql = listSql('')
const nextSql = listSql('and (at, notification_id) < ($2::timestamptz, $3::uuid)')

const unreadSql = `
  select count(*)::int as unread
  from (select 1 from notifications where person_id = $1 and read_at is null limit ${countedUnread}) as newest`

/** The person's own notifications, newest first, in whatever capacity they came. */
export const listOwn = async (db: Db, personId: string, cursor: string | undefined) => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const [rows, { unread }] = await Promise.all([
    after === undefined
      ? db.many<Row>(firstSql, [personId])
      : db.many<Row>(nextSql, [personId, cursorDate(after[0]), cursorId(after[1])]),
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
