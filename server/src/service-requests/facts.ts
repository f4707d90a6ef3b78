import type { EventType } from '@shequtong/contract/events'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { append } from '../platform/outbox/append.ts'
import type { Actor } from '../sessions/actor.ts'

export interface ServiceRequestFact {
  readonly place: CommunityPlace
  readonly serviceRequestId: string
  readonly byMembershipId: string
  readonly byPersonId: string | undefined
  readonly at: Date
  /** What the readers of the outbox need beside the state, e.g. whether a reply is the asker's. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Where a request stands after the write, for whoever reads the outbox. No words, no names. */
export const payloadOf = (
  request: ServiceRequest,
  { place, byMembershipId, more }: Pick<ServiceRequestFact, 'place' | 'byMembershipId' | 'more'>,
) => ({
  subdistrictId: place.subdistrictId,
  districtId: place.districtId,
  state: request.state,
  visibility: request.visibility,
  level: request.level,
  responsibleRole: request.responsibleRole,
  offer: request.offer === undefined ? null : { toRole: request.offer.toRole },
  byMembershipId,
  submittedAt: request.submittedAt,
  readAt: request.readAt ?? null,
  answeredAt: request.answeredAt ?? null,
  resolvedAt: request.resolvedAt ?? null,
  deadlineAt: request.clock.deadlineAt,
  clockStartedAt: request.clock.startedAt,
  pausedAt: request.clock.pausedAt ?? null,
  stoppedAt: request.clock.stoppedAt ?? null,
  reopenedCount: request.reopenedCount,
  ...more,
})

/** That an officer did it, to whom it was reported up; nothing where it was done in the community. */
export const above = ({ hat }: Actor): { readonly above?: true } =>
  hat?.type === 'role' && hat.level !== 'community' ? { above: true } : {}

export const appendFact = (tx: Tx, type: EventType, request: ServiceRequest, fact: ServiceRequestFact): Promise<void> =>
  append(tx, {
    communityId: fact.place.communityId,
    type,
    aggregateId: fact.serviceRequestId,
    byPersonId: fact.byPersonId,
    at: fact.at,
    payload: payloadOf(request, fact),
  })
