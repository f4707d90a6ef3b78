import type { EventType } from '@shequtong/contract/events'
import type { NotificationView } from '@shequtong/contract/notifications'
import { afterOf, isOfServiceRequest } from '../jobs/service-request-fact.ts'
import type { Tx } from '../platform/database/db.ts'
import type { OutboxEvent } from '../platform/outbox/consumer.ts'
import { titleOf } from '../service-requests/public.ts'
import { noticeOfMembership } from './membership-notices.ts'
import { askerOf, committeeOf, holdersOfRole, speakersOf } from './recipients.ts'

export type NotificationKind = NotificationView['kind']

export interface Notice {
  readonly kind: NotificationKind
  readonly to: readonly string[]
  readonly title: string
  readonly subjectId: string | null
}

const privateTitle = '一件只给居委看的事'

type Audience = 'asker' | 'committee' | 'speakers' | 'responsible'

/** Who is told of what happened to a service request. Whoever did it is never told. */
const audiences: Partial<Record<EventType, { kind: NotificationKind; to: readonly Audience[] }>> = {
  'service_request.submitted': { kind: 'serviceRequestSubmitted', to: ['committee'] },
  'service_request.read': { kind: 'serviceRequestRead', to: ['asker'] },
  'service_request.answered': { kind: 'serviceRequestAnswered', to: ['asker'] },
  'service_request.asked_back': { kind: 'serviceRequestAskedBack', to: ['asker'] },
  'service_request.replied': { kind: 'serviceRequestReplied', to: ['asker', 'speakers'] },
  'service_request.handed_over': { kind: 'serviceRequestHandedOver', to: ['asker', 'responsible'] },
  'service_request.resolved': { kind: 'serviceRequestResolved', to: ['asker'] },
  'service_request.reopened': { kind: 'serviceRequestReopened', to: ['committee', 'responsible'] },
  'service_request.confirmed': { kind: 'serviceRequestConfirmed', to: ['committee'] },
  'service_request.lapsed': { kind: 'serviceRequestLapsed', to: ['asker'] },
}

const noticeOfServiceRequest = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice | undefined> => {
  const audience = audiences[event.type]
  if (audience === undefined) return undefined
  const { communityId, aggregateId: serviceRequestId } = event
  const after = afterOf(event.payload)
  const place = { communityId, subdistrictId: after.subdistrictId, districtId: after.districtId }
  const words = await tx.maybe<{ text: string }>(
    `select text from service_requests where community_id = $1 and service_request_id = $2`,
    [communityId, serviceRequestId],
  )
  const personsOf: Record<Audience, () => Promise<string[]>> = {
    asker: () => askerOf(tx, communityId, after.byMembershipId),
    committee: () => committeeOf(tx, communityId, now),
    speakers: () => speakersOf(tx, place, serviceRequestId, after, event.at),
    responsible: () => holdersOfRole(tx, communityId, after.responsibleRole, now),
  }
  const to: string[] = []
  for (const one of audience.to) to.push(...(await personsOf[one]()))
  // who is told today may be shut out tomorrow: the words of a private request are read in its thread and nowhere else
  const title = after.visibility === 'private' ? privateTitle : titleOf(words?.text ?? '')
  return { kind: audience.kind, to, title, subjectId: serviceRequestId }
}

interface Applicant {
  personId: string
  shownName: string
  compoundName: string
}

const toApplicant: Partial<Record<EventType, NotificationKind>> = {
  'registration.approved': 'registrationApproved',
  'registration.refused': 'registrationRefused',
  'registration.asked_back': 'registrationAskedBack',
}

const noticeOfRegistration = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice | undefined> => {
  const kind = event.type === 'registration.submitted' ? 'registrationSubmitted' : toApplicant[event.type]
  if (kind === undefined) return undefined
  const applicant = await tx.maybe<Applicant>(
    `select coalesce(r.guardian_person_id, r.person_id) as "personId", r.shown_name as "shownName", c.name as "compoundName"
     from registrations r join compounds c using (community_id, compound_id)
     where r.community_id = $1 and r.registration_id = $2`,
    [event.communityId, event.aggregateId],
  )
  if (applicant === undefined) return undefined
  const subjectId = event.aggregateId
  return kind === 'registrationSubmitted'
    ? { kind, to: await committeeOf(tx, event.communityId, now), title: applicant.shownName, subjectId }
    : { kind, to: [applicant.personId], title: applicant.compoundName, subjectId }
}

/** The subject is told where, not by whom: that stands under 谁看过我的信息. An entry of the roll nobody joined has no one to tell. */
const noticeOfLookUp = async (tx: Tx, event: OutboxEvent): Promise<Notice | undefined> => {
  const { subjectPersonId } = event.payload
  if (typeof subjectPersonId !== 'string') return undefined
  const where = await tx.maybe<{ name: string }>(`select short_name as name from communities where community_id = $1`, [
    event.communityId,
  ])
  return { kind: 'identityLookedUp', to: [subjectPersonId], title: where?.name ?? '', subjectId: event.aggregateId }
}

/** What `event` tells whom; undefined when nobody. */
export const noticeOf = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice | undefined> => {
  const notice = isOfServiceRequest(event)
    ? await noticeOfServiceRequest(tx, event, now)
    : event.type === 'identity.looked_up'
      ? await noticeOfLookUp(tx, event)
      : ((await noticeOfMembership(tx, event)) ?? (await noticeOfRegistration(tx, event, now)))
  if (notice === undefined) return undefined
  return { ...notice, to: [...new Set(notice.to)].filter((personId) => personId !== event.byPersonId) }
}
