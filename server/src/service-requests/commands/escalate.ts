import type { escalateServiceRequest, returnEscalation } from '@shequtong/contract/escalation'
import * as rules from '@shequtong/domain/service-requests/escalation'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter, threadOrLastLook } from '../thread.ts'

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

/** Returned by an officer of the level that has it; one that was private may leave their sight with it. */
export const returnDown: Command<typeof returnEscalation> = async (tx, { actor, now, place, input }) => {
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'returnEscalation')
  const done = rules.returnEscalation(request, input.body, now)
  if (!done.ok) throw refuse(done.violation)
  const { reason, toLevel } = input.body
  await save(tx, row, done.value, { kind: 'escalationReturned', actor, text: reason, handedTo: toLevel }, now)
  await appendFact(tx, 'service_request.escalation_returned', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return threadOrLastLook(tx, actor, place, row.serviceRequestId)
}
