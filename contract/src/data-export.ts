import { documentKinds } from '@shequtong/domain/identity/document-kinds'
import { reportOutcomes, reportReasons } from '@shequtong/domain/posts/report'
import { consentKinds } from '@shequtong/domain/registrations/consents'
import { memberKinds, tenures } from '@shequtong/domain/registrations/member-kinds'
import { registrationStates } from '@shequtong/domain/registrations/registration'
import { membershipStates } from '@shequtong/domain/roles/hats'
import { roles, territoryLevels } from '@shequtong/domain/roles/roles'
import {
  entryKinds,
  outcomes,
  serviceRequestKinds,
  serviceRequestStates,
  visibilities,
} from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { LookUpView } from './identity.ts'
import { BlockView } from './memberships.ts'
import { notificationKinds } from './notifications.ts'
import { RatingValue } from './ratings.ts'
import { SessionView } from './sessions.ts'
import { DateText, InstantText, Uuid } from './values.ts'

const here = { communityName: z.string() }

/** Where a photo lies; it opens for whoever is signed in as its owner. */
/** From where the words came, as it stands beside them; null: not known. */
const Region = z.string().nullable()
const PhotoUrls = z.array(z.string())

/** Everything the platform holds about one person, and nothing of what others wrote. */
export const DataExport = z.object({
  exportedAt: InstantText,
  identity: z.object({
    trueName: z.string().nullable(),
    documentKind: z.enum(documentKinds).nullable(),
    documentNumber: z.string().nullable(),
    birthOn: DateText.nullable(),
    phone: z.string().nullable(),
    phoneVerifiedAt: InstantText.nullable(),
    /** As what WeChat knows them to us. */
    wechat: z.array(z.object({ appId: z.string(), openid: z.string() })),
    knownSince: InstantText,
  }),
  memberships: z.array(
    z.object({
      ...here,
      shownName: z.string(),
      dwelling: z.string().nullable(),
      memberKind: z.enum(memberKinds),
      tenure: z.enum(tenures).nullable(),
      party: z.boolean(),
      state: z.enum(membershipStates),
      startedAt: InstantText,
      endedAt: InstantText.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  roles: z.array(
    z.object({
      role: z.enum(roles),
      level: z.enum(territoryLevels),
      territoryName: z.string(),
      shownName: z.string(),
      grantedAt: InstantText,
      endsOn: DateText.nullable(),
      endedAt: InstantText.nullable(),
    }),
  ),
  registrations: z.array(
    z.object({
      ...here,
      shownName: z.string(),
      memberKind: z.enum(memberKinds),
      tenure: z.enum(tenures).nullable(),
      consents: z.array(z.enum(consentKinds)),
      state: z.enum(registrationStates),
      submittedAt: InstantText,
      decidedAt: InstantText.nullable(),
      question: z.string().nullable(),
      reply: z.string().nullable(),
      refusalReason: z.string().nullable(),
      /** Somebody wrote it down for them. */
      filedForYou: z.boolean(),
      paperUrls: PhotoUrls,
    }),
  ),
  helpers: z.array(
    z.object({
      ...here,
      /** Who may file requests for whom. */
      direction: z.enum(['theyActForYou', 'youActForThem']),
      shownName: z.string(),
      givenAt: InstantText,
      endedAt: InstantText.nullable(),
    }),
  ),
  requests: z.array(
    z.object({
      ...here,
      serviceRequestId: Uuid,
      kind: z.enum(serviceRequestKinds),
      visibility: z.enum(visibilities),
      state: z.enum(serviceRequestStates),
      outcome: z.enum(outcomes).nullable(),
      text: z.string(),
      place: z.string(),
      region: Region,
      submittedAt: InstantText,
      endedAt: InstantText.nullable(),
      /** What was said of each round, 0 the first: 1 the worst, 5 the best. */
      ratings: z.array(
        z.object({ round: z.number().int(), attitude: RatingValue.nullable(), result: RatingValue.nullable() }),
      ),
      photoUrls: PhotoUrls,
    }),
  ),
  replies: z.array(
    z.object({
      ...here,
      serviceRequestId: Uuid,
      kind: z.enum(entryKinds),
      text: z.string(),
      region: Region,
      at: InstantText,
      photoUrls: PhotoUrls,
    }),
  ),
  /** What they put on boards; `removedAt`: taken away by them or by the committee. */
  posts: z.array(
    z.object({
      ...here,
      postId: Uuid,
      title: z.string().nullable(),
      text: z.string(),
      /** What it said before they changed it. */
      earlier: z.array(z.object({ title: z.string().nullable(), text: z.string(), replacedAt: InstantText })),
      region: Region,
      publishedAt: InstantText,
      removedAt: InstantText.nullable(),
      photoUrls: PhotoUrls,
    }),
  ),
  postReplies: z.array(
    z.object({
      ...here,
      postId: Uuid,
      text: z.string(),
      /** What they were before they changed them. */
      earlier: z.array(z.object({ text: z.string(), replacedAt: InstantText })),
      region: Region,
      at: InstantText,
      removedAt: InstantText.nullable(),
      photoUrls: PhotoUrls,
    }),
  ),
  /** What they told the committee should not stand there; `outcome` null: not yet decided. */
  postReports: z.array(
    z.object({
      ...here,
      postId: Uuid,
      reason: z.enum(reportReasons),
      words: z.string(),
      reportedAt: InstantText,
      outcome: z.enum(reportOutcomes).nullable(),
    }),
  ),
  /** The posts of others that they like. */
  /** Announcements of an office that they opened. */
  postViews: z.array(z.object({ ...here, postId: Uuid, at: InstantText })),
  postLikes: z.array(z.object({ ...here, postId: Uuid, at: InstantText })),
  /** Where others named them with an @. */
  mentions: z.array(z.object({ ...here, postId: Uuid, at: InstantText, readAt: InstantText.nullable() })),
  /** The words of a notification only where it was about something of their own. */
  notifications: z.array(
    z.object({
      kind: z.enum(notificationKinds),
      title: z.string().nullable(),
      at: InstantText,
      readAt: InstantText.nullable(),
    }),
  ),
  lookUps: z.array(LookUpView.omit({ lookUpId: true })),
  blocks: z.array(BlockView.omit({ blockId: true })),
  sessions: z.array(SessionView.omit({ sessionId: true, current: true }).extend({ endedAt: InstantText.nullable() })),
  exports: z.array(InstantText),
})
export type DataExport = z.infer<typeof DataExport>

export const exportMyData = endpoint({
  method: 'POST',
  path: '/me/data-exports',
  summary: 'Take along everything held about me; logged among the look-ups, three a day',
  permission: 'signedIn',
  body: z.strictObject({}),
  keeps: 'mark',
  reply: DataExport,
  problems: [
    'unauthenticated',
    'invalid-input',
    'rate-limited',
    'idempotency-key-missing',
    'idempotency-conflict',
    'done-already',
  ],
})
