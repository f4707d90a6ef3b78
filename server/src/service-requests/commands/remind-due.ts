import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { actOnDue } from './act-on-due.ts'

/**
 * Reminds whoever is waited for, once: the asker of a question, the responsible of a suspension about to end. Up to `limit`
 * requests; rows are claimed with SKIP LOCKED. Returns how many it reminded of.
 */
export const remindDue = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit: number): Promise<number> => {
  const rows = await tx.many<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r where r.suspension_remind_at <= $1
     order by r.suspension_remind_at limit $2 for update of r skip locked`,
    [now, limit],
  )
  return actOnDue(tx, territory, now, rows, {
    rule: (row) => rules.remind(toDomain(row), now),
    entry: undefined,
    fact: 'service_request.reminded',
    more: ({ suspension }) => ({ suspension: suspension?.kind ?? null }),
  })
}
