import type { InboxExport } from '@shequtong/contract/inbox'
import { pageSize } from '../http/card-pages.ts'
import { keysetPage, type Page, pageSql } from '../http/keyset-page.ts'
import type { Db } from '../platform/database/db.ts'

type Row = Omit<InboxExport, 'exportedAt'> & { exportedAt: Date }

const exportsSql = pageSql(
  (after) => `
  select e.inbox_export_id as "inboxExportId", e.exported_at as "exportedAt", g.shown_name as by, g.role, e.format, e.show,
    e.kind, e.by_words as "byWords", e.row_count as "rowCount"
  from inbox_exports e join role_grants g on g.role_grant_id = e.by_role_grant_id
  where e.community_id = $1 ${after}
  order by e.exported_at desc, e.inbox_export_id desc limit ${pageSize + 1}`,
  'and (e.exported_at, e.inbox_export_id) < ($2::timestamptz, $3::uuid)',
)

/** Who took what of the inbox out, the latest first. */
export const inboxExports = (db: Db, communityId: number, cursor: string | undefined): Promise<Page<InboxExport>> =>
  keysetPage<Row, InboxExport>(db, exportsSql, [communityId], cursor, {
    view: (row) => ({ ...row, exportedAt: row.exportedAt.toISOString() }),
    at: ({ exportedAt }) => exportedAt,
    id: ({ inboxExportId }) => inboxExportId,
  })
