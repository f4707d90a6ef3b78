import type { handOverServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/hand-over'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { thread } from '../thread.ts'

/** Offers it to another role; until somebody there accepts, it stays where it is, and the clock runs on. */
export const handOver: Command<typeof handOverServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'handOver')
  const done = rules.handOver(request, input.body, now)
  if (!done.ok) throw refuse(done.violation)
  await save(
    tx,
    row,
    done.value,
    { kind: 'handOver', actor, text: input.body.reason, handedTo: input.body.toRole },
    now,
  )
  await appendFact(tx, 'service_request.hand_over_offered', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return thread(tx, actor, place, row.serviceRequestId)
}
