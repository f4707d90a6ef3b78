import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { appendFact } from '../facts.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { save } from '../save.ts'

/**
 * Says what response clocks say by themselves, up to `limit` requests: half of the time or most of it is gone, or all of it,
 * which stands in the thread. Rows are claimed with SKIP LOCKED. Returns how many it said something of.
 */
export const alertDue = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit: number): Promise<number> => {
  const rows = await tx.many<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r where r.clock_alert_at <= $1
     order by r.clock_alert_at limit $2 for update of r skip locked`,
    [now, limit],
  )
  let said = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = rules.alert(toDomain(row), now)
    if (!done.ok || place === undefined) continue
    const { request, alert, at } = done.value
    const isBreach = alert === 'breached'
    await save(tx, row, request, isBreach ? { kind: 'breach', actor: undefined, text: '' } : undefined, at)
    await appendFact(tx, isBreach ? 'service_request.breached' : 'service_request.clock_alerted', request, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: undefined,
      at,
      more: { alert },
    })
    said += 1
  }
  return said
}
