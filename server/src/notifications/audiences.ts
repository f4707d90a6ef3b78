import type { EventType } from '@shequtong/contract/events'
import type { NotificationView } from '@shequtong/contract/notifications'

export type NotificationKind = NotificationView['kind']

/**
 * `committee`: for a private request those alone who lead it; `responsible`: the role that has it in hand, and the colleague
 * it is assigned to; `inHand`: the colleague it is assigned to, else the role that has it in hand, else `leads`, who stay
 * accountable; `receivers`: the committee, while its office is closed whoever is on duty, and where nobody is, `leads`;
 * beside them the role that answers on the board where it was said;
 * `offered`: the role that was asked to take it; `offerer`: the role that had it in hand before;
 * `replier`: the neighbour whose answer it is; `subdistrict`: its officers, whoever has it; `officers`: those of the level it was escalated to; `speakers`: who spoke in the thread and may see it.
 */
export type Audience =
  | 'asker'
  | 'supporters'
  | 'committee'
  | 'speakers'
  | 'responsible'
  | 'assignee'
  | 'officers'
  | 'inHand'
  | 'leads'
  | 'subdistrict'
  | 'receivers'
  | 'replier'
  | 'offered'
  | 'offerer'

export interface Telling {
  readonly kind: NotificationKind
  readonly to: readonly Audience[]
}

/** Who is told of what happened to a service request, and as what. Whoever did it is never told. */
export const tellings: Partial<Record<EventType, readonly Telling[]>> = {
  'service_request.submitted': [{ kind: 'serviceRequestSubmitted', to: ['receivers'] }],
  'service_request.read': [{ kind: 'serviceRequestRead', to: ['asker'] }],
  'service_request.answered': [
    { kind: 'serviceRequestAnswered', to: ['asker'] },
    { kind: 'supportedRequestAnswered', to: ['supporters'] },
  ],
  'service_request.asked_back': [{ kind: 'serviceRequestAskedBack', to: ['asker'] }],
  'service_request.replied': [{ kind: 'serviceRequestReplied', to: ['asker', 'speakers'] }],
  'service_request.reply_accepted': [{ kind: 'serviceRequestReplyAccepted', to: ['replier'] }],
  'service_request.reply_endorsed': [{ kind: 'serviceRequestReplyEndorsed', to: ['asker', 'replier'] }],
  'service_request.hand_over_offered': [{ kind: 'serviceRequestOffered', to: ['offered'] }],
  'service_request.handed_over': [{ kind: 'serviceRequestHandedOver', to: ['asker', 'responsible', 'offerer'] }],
  'service_request.hand_over_returned': [{ kind: 'serviceRequestHandOverReturned', to: ['inHand', 'offered'] }],
  'service_request.assigned': [{ kind: 'serviceRequestAssigned', to: ['assignee'] }],
  'service_request.escalated': [
    { kind: 'serviceRequestEscalated', to: ['asker'] },
    { kind: 'serviceRequestReportedUp', to: ['officers'] },
  ],
  'service_request.escalation_returned': [
    { kind: 'serviceRequestEscalationReturned', to: ['asker'] },
    { kind: 'serviceRequestCameBack', to: ['inHand', 'leads'] },
    { kind: 'serviceRequestReportedUp', to: ['officers'] },
  ],
  'service_request.suspended': [{ kind: 'serviceRequestSuspended', to: ['asker'] }],
  'service_request.resumed': [{ kind: 'serviceRequestResumed', to: ['asker', 'responsible'] }],
  'service_request.looked_into': [{ kind: 'serviceRequestLookedInto', to: ['asker'] }],
  'service_request.resolved': [
    { kind: 'serviceRequestResolved', to: ['asker'] },
    { kind: 'supportedRequestResolved', to: ['supporters'] },
  ],
  'service_request.reopened': [
    { kind: 'serviceRequestReopened', to: ['committee', 'responsible'] },
    { kind: 'supportedRequestReopened', to: ['supporters'] },
  ],
  'service_request.merged': [{ kind: 'serviceRequestMerged', to: ['asker'] }],
  'service_request.joined': [{ kind: 'serviceRequestJoined', to: ['asker'] }],
  'service_request.split': [{ kind: 'serviceRequestSplit', to: ['asker'] }],
  'service_request.answer_carried': [{ kind: 'serviceRequestAnswered', to: ['asker'] }],
  'service_request.result_carried': [{ kind: 'serviceRequestResolved', to: ['asker'] }],
  'service_request.withdrawn': [{ kind: 'supportedRequestWithdrawn', to: ['supporters'] }],
  'service_request.confirmed': [{ kind: 'serviceRequestConfirmed', to: ['committee'] }],
  'service_request.lapsed': [{ kind: 'serviceRequestLapsed', to: ['asker'] }],
}

/** Of what an officer did, whoever stays accountable is told beside them. */
const byOfficer: Partial<Record<EventType, readonly Telling[]>> = {
  'service_request.answered': [{ kind: 'serviceRequestAnsweredAbove', to: ['inHand', 'leads'] }],
  'service_request.resolved': [{ kind: 'serviceRequestResolvedAbove', to: ['inHand', 'leads'] }],
}

/** What a clock says that still runs; of one that stopped too late nobody has to be told any more. */
const alerts: Readonly<Record<string, readonly Telling[]>> = {
  half: [{ kind: 'serviceRequestHalfTime', to: ['inHand'] }],
  mostly: [{ kind: 'serviceRequestTimeNearlyUp', to: ['inHand'] }],
  breached: [
    { kind: 'serviceRequestOverdue', to: ['inHand', 'leads', 'asker'] },
    { kind: 'serviceRequestOverdueBelow', to: ['subdistrict'] },
  ],
}

/** A reminder goes to whoever is waited for. */
const reminders: Readonly<Record<string, Telling>> = {
  askedBack: { kind: 'serviceRequestQuestionWaiting', to: ['asker'] },
  suspended: { kind: 'serviceRequestSuspensionEnding', to: ['responsible'] },
}

export const tellingsOf = (type: EventType, payload: Readonly<Record<string, unknown>>): readonly Telling[] => {
  if (type === 'service_request.clock_alerted' || type === 'service_request.breached')
    return payload.stoppedAt === null ? (alerts[String(payload.alert)] ?? []) : []
  if (payload.above === true) return [...(tellings[type] ?? []), ...(byOfficer[type] ?? [])]
  if (type !== 'service_request.reminded') return tellings[type] ?? []
  const reminder = reminders[String(payload.suspension)]
  return reminder === undefined ? [] : [reminder]
}

/** What the applicant is told of a registration. */
export const toApplicant: Partial<Record<EventType, NotificationKind>> = {
  'registration.approved': 'registrationApproved',
  'registration.refused': 'registrationRefused',
  'registration.asked_back': 'registrationAskedBack',
}

/** What the member is told of what was decided about the membership, or what time brought about. */
export const toMember: Partial<Record<EventType, NotificationKind>> = {
  'membership.suspended': 'membershipSuspended',
  'membership.resumed': 'membershipResumed',
  'membership.end_planned': 'membershipEndPlanned',
  'membership.ending_soon': 'membershipEndingSoon',
  'membership.ended': 'membershipEnded',
  'membership.phone_moved': 'phoneMovedAtDesk',
}
