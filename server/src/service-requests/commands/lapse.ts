import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { actOnDue } from './act-on-due.ts'

/** At least this much silence is needed before the rule can say that a request lapsed: what the index narrows down to. */
const atLeastSilent = `interval '7 days'`

/**
 * Ends what stayed silent for seven days after its stated result, as `unconfirmed`, up to `limit` requests.
 * Several processes may run it at once: rows are claimed with SKIP LOCKED. Returns how many it ended.
 */
export const lapseSilent = async (tx: Tx, territory: TerritoryDirectory, now: Date, limit = 100): Promise<number> => {
  const rows = await tx.many<ServiceRequestRow & { askerSpokeAt: Date | null }>(
    `select ${rowColumns}, (select max(e.at) from service_request_entries e where e.community_id = r.community_id
         and e.service_request_id = r.service_request_id and e.kind = 'reply' and e.by_membership_id = r.by_membership_id
         and e.at > r.resolved_at) as "askerSpokeAt"
     from service_requests r
     where r.state = 'resolved' and r.resolved_at <= $1::timestamptz - ${atLeastSilent}
       and not exists (select from service_request_entries e where e.community_id = r.community_id
         and e.service_request_id = r.service_request_id and e.kind = 'reply' and e.by_membership_id = r.by_membership_id
         and e.at > greatest(r.resolved_at, $1::timestamptz - ${atLeastSilent}))
     order by r.resolved_at limit $2 for update skip locked`,
    [now, limit],
  )
  return actOnDue(tx, territory, now, rows, {
    rule: (row) => rules.lapse(toDomain(row), now, row.askerSpokeAt ?? undefined),
    entry: 'lapse',
    fact: 'service_request.lapsed',
  })
}
