import type { reopenServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { appendFact } from '../facts.ts'
import { tally, toActAsPart } from '../merged.ts'
import { partFrom } from '../part.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** The asker says what is still wrong; a new clock starts. What had its result as part of another one goes on by itself. */
export const reopen: Command<typeof reopenServiceRequest> = async (tx, call) => {
  const { actor, now, place, input, services } = call
  const { whole, row, request } = await toActAsPart(tx, actor, place, input.params.serviceRequestId, 'reopen')
  const rule = await services.responseRules.answerRule(tx, place, row.kind)
  const done = rules.reopen(request, input.body, rule, now)
  if (!done.ok) throw refuse(done.violation)
  const { reason: text, photoIds } = input.body
  const saved = await save(tx, row, done.value, { kind: 'reopening', actor, text, photoIds }, now)
  await appendFact(tx, 'service_request.reopened', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  if (row.pulledForwardMs > 0) await tally(tx, place.communityId, row.serviceRequestId, 0)
  if (whole !== undefined) await partFrom(tx, { place, actor, now }, whole, row.serviceRequestId)
  return threadAfter(tx, actor, place, row, saved)
}
