import type { assignServiceRequest } from '@shequtong/contract/service-requests'
import { assignableRoles } from '@shequtong/domain/service-requests/participants'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { colleagueOf } from '../../roles/public.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { save } from '../save.ts'
import { threadOrLastLook } from '../thread.ts'

/** Assigns to a colleague of this community, by role grant. */
export const assign: Command<typeof assignServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'assign')
  const colleague = await colleagueOf(tx, place, input.body.roleGrantId, assignableRoles(request), now)
  const done = rules.assign(request, now)
  if (!done.ok) throw refuse(done.violation)
  await save(
    tx,
    row,
    done.value,
    { kind: 'assignment', actor, text: '', handedTo: colleague.shownName },
    now,
    colleague.roleGrantId,
  )
  await appendFact(tx, 'service_request.assigned', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
    more: { assigneeRoleGrantId: colleague.roleGrantId },
  })
  return threadOrLastLook(tx, actor, place, row.serviceRequestId)
}
