import type { noteServiceRequest } from '@shequtong/contract/service-requests'
import { guard } from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** An internal note, seen by those who answer and by nobody else. */
export const note: Command<typeof noteServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'note')
  const allowed = guard(request, 'note')
  if (!allowed.ok) throw refuse(allowed.violation)
  const saved = await save(tx, row, request, { kind: 'note', actor, text: input.body.text }, now)
  await appendFact(tx, 'service_request.noted', request, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return threadAfter(tx, actor, place, row, saved)
}
