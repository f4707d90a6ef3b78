import { mayDo, maySee, type Participant } from '@shequtong/domain/service-requests/participants'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { ServiceRequestAction } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from './row.ts'

export interface Loaded {
  readonly row: ServiceRequestRow
  readonly request: ServiceRequest
}

type Concerned = Pick<
  ServiceRequestRow,
  'byMembershipId' | 'helperMembershipId' | 'helperRoleGrantId' | 'assigneeRoleGrantId'
>

export const participantOf = ({ hat, hatId }: Actor, row: Concerned): Participant => {
  if (hat === undefined || hatId === undefined) throw notFound()
  return {
    hat,
    isAsker: hatId === row.byMembershipId,
    isHelper: hatId === row.helperMembershipId || hatId === row.helperRoleGrantId,
    isAssignee: hatId === row.assigneeRoleGrantId,
  }
}

/**
 * The one door to a service request for a write: locked, visible to the actor, and the action is theirs to take.
 * Invisible is not-found; visible but not theirs is not-permitted.
 */
export const toAct = async (
  tx: Tx,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
  action: ServiceRequestAction,
): Promise<Loaded> => {
  const row = await tx.maybe<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r where r.community_id = $1 and r.service_request_id = $2 for update`,
    [place.communityId, serviceRequestId],
  )
  if (row === undefined) throw notFound()
  const request = toDomain(row)
  const who = participantOf(actor, row)
  if (!maySee(who, request, place)) throw notFound()
  if (!mayDo(who, action, request, place)) throw new Refusal('not-permitted')
  return { row, request }
}
