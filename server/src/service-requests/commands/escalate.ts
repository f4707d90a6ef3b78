import type { escalateServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** Reports upward what the committee cannot solve. */
export const escalate: Command<typeof escalateServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'escalate')
  const done = rules.escalate(request, input.body, now)
  if (!done.ok) throw refuse(done.violation)
  const saved = await save(
    tx,
    row,
    done.value,
    { kind: 'escalation', actor, text: input.body.reason, handedTo: input.body.toLevel },
    now,
  )
  await appendFact(tx, 'service_request.escalated', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return threadAfter(tx, actor, place, row, saved)
}
