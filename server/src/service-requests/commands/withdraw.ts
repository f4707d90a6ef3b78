import type { withdrawServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { appendFact } from '../facts.ts'
import { toActAsPart } from '../merged.ts'
import { partAll, partFrom } from '../part.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** The asker takes it back; what was merged into it goes on by itself. */
export const withdraw: Command<typeof withdrawServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const act = { place, actor, now }
  const { whole, row, request } = await toActAsPart(tx, actor, place, input.params.serviceRequestId, 'withdraw')
  const allowed = rules.guard(request, 'withdraw')
  if (!allowed.ok) throw refuse(allowed.violation)
  const done = rules.withdraw(row.mergedCount > 0 ? await partAll(tx, act, row) : request, now)
  if (!done.ok) throw refuse(done.violation)
  const saved = await save(tx, row, done.value, { kind: 'withdrawal', actor, text: '' }, now)
  await appendFact(tx, 'service_request.withdrawn', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  if (whole !== undefined) await partFrom(tx, act, whole, row.serviceRequestId)
  return threadAfter(tx, actor, place, row, saved)
}
