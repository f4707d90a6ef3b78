import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { appendFact } from '../facts.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { save } from '../save.ts'

/**
 * Ends the suspensions whose last day is over, up to `limit` requests; the thread says so. Rows are claimed with SKIP LOCKED.
 * Returns how many it ended.
 */
export const resumeDue = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit: number): Promise<number> => {
  const rows = await tx.many<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r where r.suspended_until <= $1
     order by r.suspended_until limit $2 for update of r skip locked`,
    [now, limit],
  )
  let ended = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = rules.endSuspension(toDomain(row), now)
    if (!done.ok || place === undefined) continue
    await save(tx, row, done.value, { kind: 'resumption', actor: undefined, text: '' }, now)
    await appendFact(tx, 'service_request.resumed', done.value, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: undefined,
      at: now,
    })
    ended += 1
  }
  return ended
}
