import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { appendFact } from '../facts.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { save } from '../save.ts'

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
  let reminded = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = rules.remind(toDomain(row), now)
    if (!done.ok || place === undefined) continue
    await save(tx, row, done.value, undefined, now)
    await appendFact(tx, 'service_request.reminded', done.value, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: undefined,
      at: now,
      more: { suspension: done.value.suspension?.kind ?? null },
    })
    reminded += 1
  }
  return reminded
}
