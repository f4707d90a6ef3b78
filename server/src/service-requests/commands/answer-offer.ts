import type { acceptHandOver, returnHandOver } from '@shequtong/contract/hand-over'
import * as rules from '@shequtong/domain/service-requests/hand-over'
import type { Command } from '../../http/call.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { thread, threadOrLastLook } from '../thread.ts'

/** Somebody of the role it was offered to takes it; whom it was assigned to before has it no longer. */
export const accept: Command<typeof acceptHandOver> = async (tx, { actor, now, place, input }) => {
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'acceptHandOver')
  if (actor.hat?.type !== 'role') throw new Refusal('not-permitted')
  const done = rules.acceptHandOver(request, { role: actor.hat.role }, now)
  if (!done.ok) throw refuse(done.violation)
  const handedTo = done.value.responsibleRole
  await save(tx, row, done.value, { kind: 'handOverAccepted', actor, text: '', handedTo }, now, null)
  await appendFact(tx, 'service_request.handed_over', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
    more: { fromRole: request.responsibleRole },
  })
  return thread(tx, actor, place, row.serviceRequestId)
}

/** Declined by the role it was offered to, or taken back by whoever has it in hand; it stays where it was. */
export const sendBack: Command<typeof returnHandOver> = async (tx, { actor, now, place, input }) => {
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'returnHandOver')
  const done = rules.returnHandOver(request, input.body, now)
  if (!done.ok) throw refuse(done.violation)
  const handedTo = row.offeredRole ?? ''
  await save(tx, row, done.value, { kind: 'handOverReturned', actor, text: input.body.reason, handedTo }, now)
  await appendFact(tx, 'service_request.hand_over_returned', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
    more: { returnedRole: handedTo },
  })
  return threadOrLastLook(tx, actor, place, row.serviceRequestId)
}
