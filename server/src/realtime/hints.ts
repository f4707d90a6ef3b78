import { roomName } from '@shequtong/contract/realtime'
import { afterOf, isOfServiceRequest } from '../jobs/service-request-fact.ts'
import type { Consumer, Effects, OutboxEvent } from '../platform/outbox/consumer.ts'

const hintServiceRequest = ({ hint }: Effects, event: OutboxEvent): void => {
  // a rating changes nothing that anybody else reads
  if (event.type === 'service_request.rated') return
  const { communityId, aggregateId: serviceRequestId } = event
  const { visibility, state } = afterOf(event.payload)
  // what is said after it was taken back concerns the asker and the committee alone
  const isPublic = visibility === 'community' && (state !== 'withdrawn' || event.type === 'service_request.withdrawn')
  const changed = { type: 'serviceRequestChanged', communityId, serviceRequestId, event: event.type } as const
  // that a note was written is as internal as the note
  if (event.type !== 'service_request.noted') {
    if (isPublic) hint(roomName('community', { communityId }), changed)
    hint(roomName('service-request', { communityId, serviceRequestId }), changed)
  }
  const named = isPublic ? serviceRequestId : null
  hint(roomName('inbox', { communityId }), { type: 'inboxChanged', communityId, serviceRequestId: named })
}

/** A post for one part of the community is not named to all of it: who looks at one asks again. */
const hintPost = ({ hint }: Effects, { communityId, aggregateId, type, payload }: OutboxEvent): void => {
  if (type === 'post.scheduled' || type === 'post.canceled') return
  if (type.startsWith('post.mention'))
    hint(roomName('inbox', { communityId }), { type: 'inboxChanged', communityId, serviceRequestId: null })
  // that something was reported is for whoever keeps order
  if (type === 'post.reported' || type === 'post.report_decided') {
    hint(roomName('inbox', { communityId }), { type: 'inboxChanged', communityId, serviceRequestId: null })
    return
  }
  const postId = payload.scopeId === null ? aggregateId : null
  hint(roomName('community', { communityId }), { type: 'postChanged', communityId, postId })
}

/** Once per community and batch: what an officer's page counts has moved. */
const hintOverviews = ({ hint }: Effects, events: readonly OutboxEvent[]): void => {
  const moved = new Map<number, OutboxEvent['payload']>()
  for (const event of events)
    if (isOfServiceRequest(event) || event.type.startsWith('membership.')) moved.set(event.communityId, event.payload)
  for (const [communityId, { districtId, subdistrictId }] of moved) {
    const message = { type: 'overviewChanged', communityId } as const
    hint(roomName('district', { districtId: Number(districtId) }), message)
    hint(roomName('subdistrict', { subdistrictId: Number(subdistrictId) }), message)
  }
}

const capacityChanges = [
  'membership.started',
  'membership.suspended',
  'membership.resumed',
  'membership.ended',
  'role.granted',
  'role.ended',
]

const hintCapacities = async ({ tx, hint }: Effects, events: readonly OutboxEvent[]): Promise<void> => {
  for (const event of events) {
    if (!capacityChanges.includes(event.type)) continue
    const owner = event.type.startsWith('role.')
      ? await tx.maybe<{ personId: string }>(
          `select person_id as "personId" from role_grants where role_grant_id = $1`,
          [event.aggregateId],
        )
      : await tx.maybe<{ personId: string }>(
          `select person_id as "personId" from memberships where community_id = $1 and membership_id = $2`,
          [event.communityId, event.aggregateId],
        )
    if (owner !== undefined) hint(roomName('person', { personId: owner.personId }), { type: 'capacitiesChanged' })
  }
}

export const realtimeHints: Consumer = {
  name: 'realtime-hints',
  consume: async (events, effects) => {
    for (const event of events) {
      if (isOfServiceRequest(event)) hintServiceRequest(effects, event)
      else if (event.type.startsWith('post.')) hintPost(effects, event)
      else if (event.type === 'board.changed')
        effects.hint(roomName('community', { communityId: event.communityId }), {
          type: 'boardsChanged',
          communityId: event.communityId,
        })
      else if (event.type === 'rota.changed')
        effects.hint(roomName('community', { communityId: event.communityId }), {
          type: 'rotaChanged',
          communityId: event.communityId,
        })
      else if (event.type.startsWith('registration.'))
        effects.hint(roomName('registrations', { communityId: event.communityId }), {
          type: 'registrationsChanged',
          communityId: event.communityId,
        })
    }
    hintOverviews(effects, events)
    await hintCapacities(effects, events)
  },
}
