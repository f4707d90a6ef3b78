import type { answerServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { carry } from '../carry.ts'
import { above, appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** 回应: a substantive answer stops the clock; a mere receipt is kept and does not. */
export const answer: Command<typeof answerServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'answer')
  const done = rules.answer(request, input.body, now)
  if (!done.ok) throw refuse(done.violation)
  const { request: answered, substantive } = done.value
  // sent one behind the other on one connection; all are waited for, so that a lost connection rejects them as one
  const [saved] = await Promise.all([
    save(tx, row, answered, { ...input.body, kind: substantive ? 'answer' : 'receipt', actor }, now),
    appendFact(tx, substantive ? 'service_request.answered' : 'service_request.receipt_kept', answered, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: actor.personId,
      at: now,
      more: { first: request.clock.stoppedAt === undefined && substantive, ...above(actor) },
    }),
  ])
  if (substantive) await carry(tx, { place, actor, now }, row, answered, saved, { ...input.body, kind: 'answer' })
  return threadAfter(tx, actor, place, row, saved)
}
