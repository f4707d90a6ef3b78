import type { askBackServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** Asks the asker; the clock stands still until they speak. */
export const askBack: Command<typeof askBackServiceRequest> = async (tx, call) => {
  const { actor, now, place, input, services } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'askBack')
  const done = rules.askBack(request, input.body, await services.responseRules.waitingRule(tx, place, row.kind), now)
  if (!done.ok) throw refuse(done.violation)
  const saved = await save(tx, row, done.value, { ...input.body, kind: 'askBack', actor }, now)
  await appendFact(tx, 'service_request.asked_back', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return threadAfter(tx, actor, place, row, saved)
}
