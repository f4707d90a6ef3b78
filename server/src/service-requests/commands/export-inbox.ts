import type { exportInbox } from '@shequtong/contract/inbox'
import { mostExported } from '@shequtong/domain/service-requests/inbox-filters'
import type { Command } from '../../http/call.ts'
import { newId } from '../../platform/ids.ts'
import { notFound } from '../../platform/refusal.ts'
import { inboxToExport } from '../queries.ts'
import { inboxRowView } from '../view.ts'

const logSql = `
  insert into inbox_exports (community_id, inbox_export_id, by_role_grant_id, exported_at, format, show, kind, by_words, row_count)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/** What the inbox shows of the wanted part, at once, with a line in the log of who took it. */
export const exportPart: Command<typeof exportInbox> = async (tx, { actor, place: { communityId }, input, now }) => {
  const { format, show, kind, q } = input.body
  const { roleGrantId, shownName } = actor
  if (roleGrantId === undefined || shownName === undefined) throw notFound()
  const found = await inboxToExport(tx, { communityId, roleGrantId, now }, { show, kind, q })
  const rows = found.slice(0, mostExported).map(inboxRowView)
  const inboxExportId = newId()
  await tx.run(logSql, [
    communityId,
    inboxExportId,
    roleGrantId,
    now,
    format,
    show ?? null,
    kind ?? null,
    q !== undefined,
    rows.length,
  ])
  return {
    inboxExportId,
    exportedAt: now.toISOString(),
    by: shownName,
    rows,
    isCut: found.length > mostExported,
  }
}
