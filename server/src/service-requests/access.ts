import { mayDo, maySee, type Participant } from '@shequtong/domain/service-requests/participants'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { ServiceRequestAction } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import { type ServiceRequestRow, toDomain } from './row.ts'
import { asker, authored, type HeadRow } from './rows-sql.ts'

export interface Loaded {
  /** As it was when it was locked. */
  readonly row: HeadRow
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

const lockedSql = `
  select ${authored}, ag.shown_name as "assigneeName"
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where r.community_id = $1 and r.service_request_id = $2 for update of r`

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
  const row = await tx.maybe<HeadRow>(lockedSql, [place.communityId, serviceRequestId])
  if (row === undefined) throw notFound()
  const request = toDomain(row)
  const who = participantOf(actor, row)
  if (!maySee(who, request, place)) throw notFound()
  if (!mayDo(who, action, request, place)) throw new Refusal('not-permitted')
  return { row, request }
}
