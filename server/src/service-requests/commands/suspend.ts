import type { suspendServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { thread } from '../thread.ts'

/** Suspends the clock with a reason that the asker reads. */
export const suspend: Command<typeof suspendServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'suspend')
  const done = rules.suspend(request, input.body, now)
  if (!done.ok) throw refuse(done.violation)
  await save(tx, row, done.value, { kind: 'suspension', actor, text: input.body.reason }, now)
  await appendFact(tx, 'service_request.suspended', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return thread(tx, actor, place, row.serviceRequestId)
}
