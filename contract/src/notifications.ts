import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Done, InstantText, PageQuery, pageOf, Uuid } from './values.ts'

/** `OverdueBelow` tells the officers above what `Overdue` tells inside; `Escalated` tells the asker, `ReportedUp` the officers who get it. */
export const notificationKinds = [
  'serviceRequestSubmitted',
  'serviceRequestRead',
  'serviceRequestAnswered',
  'serviceRequestAskedBack',
  'serviceRequestReplied',
  'serviceRequestReplyAccepted',
  'serviceRequestReplyEndorsed',
  'serviceRequestOffered',
  'serviceRequestHandedOver',
  'serviceRequestHandOverReturned',
  'serviceRequestAssigned',
  'serviceRequestEscalated',
  'serviceRequestReportedUp',
  'serviceRequestSuspended',
  'serviceRequestResumed',
  'serviceRequestSuspensionEnding',
  'serviceRequestQuestionWaiting',
  'serviceRequestHalfTime',
  'serviceRequestTimeNearlyUp',
  'serviceRequestOverdue',
  'serviceRequestOverdueBelow',
  'serviceRequestLookedInto',
  'serviceRequestResolved',
  'serviceRequestReopened',
  'serviceRequestConfirmed',
  'serviceRequestLapsed',
  'serviceRequestMerged',
  'serviceRequestJoined',
  'serviceRequestSplit',
  'supportedRequestAnswered',
  'supportedRequestResolved',
  'supportedRequestReopened',
  'supportedRequestWithdrawn',
  'registrationSubmitted',
  'registrationApproved',
  'registrationRefused',
  'registrationAskedBack',
  'membershipSuspended',
  'membershipResumed',
  'membershipEndPlanned',
  'membershipEndingSoon',
  'membershipEnded',
  'identityLookedUp',
  'phoneMovedAtDesk',
  'postPublished',
  'postReplied',
  'postRemoved',
  'postReplyRemoved',
  'postReported',
  'reportedRemoved',
  'reportedKept',
] as const

export const NotificationView = z.object({
  notificationId: Uuid,
  kind: z.enum(notificationKinds),
  communityId: z.number().int().nullable(),
  subjectId: Uuid.nullable(),
  /** A few words of the item, never of a private one to whoever may not read it. */
  title: z.string(),
  at: InstantText,
  readAt: InstantText.nullable(),
})
export type NotificationView = z.infer<typeof NotificationView>

export const listNotifications = endpoint({
  method: 'GET',
  path: '/me/notifications',
  summary: 'My inbox, newest first',
  permission: 'signedIn',
  query: PageQuery,
  reply: pageOf(NotificationView).extend({ unreadCount: z.number().int() }),
  problems: ['unauthenticated', 'invalid-input'],
})

export const markNotificationsRead = endpoint({
  method: 'POST',
  path: '/me/notifications/read',
  summary: 'Mark everything up to now as read',
  permission: 'signedIn',
  body: z.strictObject({}),
  reply: Done,
  problems: ['unauthenticated', 'invalid-input', 'idempotency-key-missing', 'idempotency-conflict'],
})
