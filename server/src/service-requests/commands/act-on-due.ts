import type { EventType } from '@shequtong/contract/events'
import type { Result, Violation } from '@shequtong/domain/result'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { appendFact, type ServiceRequestFact } from '../facts.ts'
import type { ServiceRequestRow } from '../row.ts'
import { type NewEntry, save } from '../save.ts'

interface DueAct<Row> {
  /** Refuses where it is not yet time. */
  readonly rule: (row: Row) => Result<ServiceRequest, Violation>
  /** What the thread says of it; undefined: nothing. */
  readonly entry: NewEntry['kind'] | undefined
  readonly fact: EventType
  readonly more?: (done: ServiceRequest) => NonNullable<ServiceRequestFact['more']>
}

/** Does to each of these rows, which are locked, what no person but the time does. Returns to how many. */
export const actOnDue = async <Row extends ServiceRequestRow>(
  tx: Tx,
  territory: TerritoryDirectory,
  now: Date,
  rows: readonly Row[],
  { rule, entry, fact, more }: DueAct<Row>,
): Promise<number> => {
  let acted = 0
  for (const row of rows) {
    const place = await territory.community(row.communityId)
    const done = rule(row)
    if (!done.ok || place === undefined) continue
    await save(tx, row, done.value, entry && { kind: entry, actor: undefined, text: '' }, now)
    await appendFact(tx, fact, done.value, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: undefined,
      at: now,
      ...(more === undefined ? {} : { more: more(done.value) }),
    })
    acted += 1
  }
  return acted
}
