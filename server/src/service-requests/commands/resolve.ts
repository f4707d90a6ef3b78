import type { resolveServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { carry } from '../carry.ts'
import { above, appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

/** States the result; the asker has the last word. */
export const resolve: Command<typeof resolveServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'resolve')
  const done = rules.resolve(request, { ...input.body, onwardOwner: input.body.onwardOwner ?? undefined }, now)
  if (!done.ok) throw refuse(done.violation)
  const saved = await save(
    tx,
    row,
    done.value,
    { kind: 'result', actor, text: input.body.result, photoIds: input.body.photoIds },
    now,
  )
  await appendFact(tx, 'service_request.resolved', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
    more: above(actor),
  })
  await carry(tx, { place, actor, now }, row, done.value, saved, { kind: 'result', text: input.body.result })
  return threadAfter(tx, actor, place, row, saved)
}
