import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import { lookedInto, thread } from './queries.ts'

/**
 * The thread after an act that may take it out of the actor's hands and sight, as a private one that is handed over: then
 * this reply is the last look at it, without notes and with nothing to do.
 */
export const threadAfter = async (
  tx: Tx,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
): Promise<ServiceRequestView> => {
  try {
    return await thread(tx, actor, place, serviceRequestId)
  } catch (error) {
    if (error instanceof Refusal && error.slug === 'not-found') return lookedInto(tx, actor, place, serviceRequestId)
    throw error
  }
}
