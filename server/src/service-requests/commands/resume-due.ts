import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { actOnDue } from './act-on-due.ts'

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
  return actOnDue(tx, territory, now, rows, {
    rule: (row) => rules.endSuspension(toDomain(row), now),
    entry: 'resumption',
    fact: 'service_request.resumed',
  })
}
