import type { InboxExport } from '@shequtong/contract/inbox'
import { pageSize } from '../http/card-pages.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'

type Row = Omit<InboxExport, 'exportedAt'> & { exportedAt: Date }

const pageSql = (after: string) => `
  select e.inbox_export_id as "inboxExportId", e.exported_at as "exportedAt", g.shown_name as by, g.role, e.format, e.show,
    e.kind, e.by_words as "byWords", e.row_count as "rowCount"
  from inbox_exports e join role_grants g on g.role_grant_id = e.by_role_grant_id
  where e.community_id = $1 ${after}
  order by e.exported_at desc, e.inbox_export_id desc limit ${pageSize + 1}`
const firstSql = pageSql('')
const nextSql = pageSql('and (e.exported_at, e.inbox_export_id) < ($2::timestamptz, $3::uuid)')

/** Who took what of the inbox out, the latest first. */
export const inboxExports = async (
  db: Db,
  communityId: number,
  cursor: string | undefined,
): Promise<{ items: InboxExport[]; nextCursor: string | null }> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const rows =
    after === undefined
      ? await db.many<Row>(firstSql, [communityId])
      : await db.many<Row>(nextSql, [communityId, cursorDate(after[0]), cursorId(after[1])])
  const last = rows[pageSize - 1]
  return {
    items: rows.slice(0, pageSize).map((row) => ({ ...row, exportedAt: row.exportedAt.toISOString() })),
    nextCursor:
      rows.length > pageSize && last !== undefined
        ? encodeCursor([last.exportedAt.getTime(), last.inboxExportId])
        : null,
  }
}
