import type { replyToServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { participantOf, toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** A neighbour's word, or the asker's own: the asker's ends an ask-back and sets the clock going again. */
export const reply: Command<typeof replyToServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'reply')
  const allowed = rules.guard(request, 'reply')
  if (!allowed.ok) throw refuse(allowed.violation)
  const byAsker = participantOf(actor, row).isAsker
  const after = byAsker ? rules.askerReplies(request, now) : request
  const saved = await save(tx, row, after, { ...input.body, kind: 'reply', actor }, now)
  await appendFact(tx, 'service_request.replied', after, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
    more: { byAsker },
  })
  return threadAfter(tx, actor, place, row, saved)
}
