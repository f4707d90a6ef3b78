import type { markServiceRequestRead } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { save } from '../save.ts'
import { thread } from '../thread.ts'

/** 听到: the first opening by someone responsible. Opening it again changes nothing and is no refusal. */
export const read: Command<typeof markServiceRequestRead> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'read')
  const done = rules.read(request, now)
  if (done.ok) {
    await save(tx, row, done.value, undefined, now)
    await appendFact(tx, 'service_request.read', done.value, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: actor.personId,
      at: now,
    })
  }
  return thread(tx, actor, place, row.serviceRequestId)
}
