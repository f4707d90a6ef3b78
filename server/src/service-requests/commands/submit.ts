import type { submitServiceRequest } from '@shequtong/contract/service-requests'
import type { Command } from '../../http/call.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileRequest } from '../file.ts'
import { thread } from '../queries.ts'

/** Files a service request in the actor's own community. */
export const submit: Command<typeof submitServiceRequest> = async (tx, { actor, now, place, input }) => {
  if (actor.hat?.type !== 'member' || actor.membershipId === undefined) throw new Refusal('not-permitted')
  const asker = { membershipId: actor.membershipId, memberKind: actor.hat.kind, tenure: actor.hat.tenure }
  const { serviceRequestId } = await fileRequest(tx, actor, place, asker, input.body, now)
  return thread(tx, actor, place, serviceRequestId)
}
