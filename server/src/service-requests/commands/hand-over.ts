import type { handOverServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadOrLastLook } from '../thread.ts'

/** Hands over to another role; the clock runs on, and whom it was assigned to before has it no longer. */
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
    null,
  )
  await appendFact(tx, 'service_request.handed_over', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return threadOrLastLook(tx, actor, place, row.serviceRequestId)
}
