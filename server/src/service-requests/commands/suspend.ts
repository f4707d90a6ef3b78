import type { suspendServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { DateOn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** Suspends the clock up to a day, with a reason; the asker reads both. */
export const suspend: Command<typeof suspendServiceRequest> = async (tx, call) => {
  const { actor, now, place, input, services } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'suspend')
  const { reason, untilOn } = input.body
  const rule = await services.responseRules.waitingRule(tx, place, row.kind)
  const done = rules.suspend(request, { reason, untilOn: untilOn as DateOn }, rule, now)
  if (!done.ok) throw refuse(done.violation)
  const saved = await save(tx, row, done.value, { kind: 'suspension', actor, text: reason, handedTo: untilOn }, now)
  await appendFact(tx, 'service_request.suspended', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return threadAfter(tx, actor, place, row, saved)
}
