import { lapseHandOver } from '@shequtong/domain/service-requests/hand-over'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { appendFact } from '../facts.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { save } from '../save.ts'

/**
 * Gives back what nobody took in time, up to `limit` offers: the thread says so, and whoever has it in hand is told. Rows are
 * claimed with SKIP LOCKED. Returns how many.
 */
export const returnDue = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit: number): Promise<number> => {
  const rows = await tx.many<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r where r.offer_lapses_at <= $1
     order by r.offer_lapses_at limit $2 for update of r skip locked`,
    [now, limit],
  )
  let returned = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = lapseHandOver(toDomain(row), now)
    if (!done.ok || place === undefined) continue
    const handedTo = row.offeredRole ?? ''
    await save(tx, row, done.value, { kind: 'handOverReturned', actor: undefined, text: '', handedTo }, now)
    await appendFact(tx, 'service_request.hand_over_returned', done.value, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: undefined,
      at: now,
      more: { returnedRole: handedTo },
    })
    returned += 1
  }
  return returned
}
