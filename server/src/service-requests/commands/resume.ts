import type { resumeServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** Sets a suspended clock going again. */
export const resume: Command<typeof resumeServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'resume')
  const done = rules.resume(request, now)
  if (!done.ok) throw refuse(done.violation)
  const saved = await save(tx, row, done.value, { kind: 'resumption', actor, text: '' }, now)
  await appendFact(tx, 'service_request.resumed', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return threadAfter(tx, actor, place, row, saved)
}
