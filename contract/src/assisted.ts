import { presences } from '@shequtong/domain/memberships/helping'
import { consentKinds } from '@shequtong/domain/registrations/consents'
import { tenures } from '@shequtong/domain/registrations/member-kinds'
import { registrationStates } from '@shequtong/domain/registrations/registration'
import { serviceRequestKinds, serviceRequestStates, visibilities } from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { RegistrationClaim } from './registrations.ts'
import { maxPhotos, maxTextCodePoints, PhotoView, ServiceRequestParams } from './service-requests.ts'
import { CommunityParams, Done, InstantText, PageQuery, pageOf, publishedText, Uuid } from './values.ts'

const write = ['idempotency-key-missing', 'idempotency-conflict'] as const
const guarded = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
/** Sheets of a signed paper. */
export const maxPaperPhotos = 3

const inCommunity = '/communities/:communityId/assisted' as const

/** What is handed out on paper, so that somebody without a phone can ask how it stands. */
const receipt = {
  /** Twelve characters: read aloud at the counter, or behind the QR code. */
  code: z.string(),
  url: z.string(),
  communityName: z.string(),
  shownName: z.string(),
  filedAt: InstantText,
  filedByShownName: z.string(),
}

export const RegistrationReceipt = z.object({
  ...receipt,
  registrationId: Uuid,
  presence: z.enum(presences),
  consents: z.array(z.enum(consentKinds)),
  refusedConsents: z.array(z.enum(consentKinds)),
  paperCount: z.number().int(),
})
export type RegistrationReceipt = z.infer<typeof RegistrationReceipt>

export const RequestReceipt = z.object({ ...receipt, serviceRequestId: Uuid, deadlineAt: InstantText })
export type RequestReceipt = z.infer<typeof RequestReceipt>

/** Why somebody who may speak for the asker may still not give their word on the result. */
const obstacle = z.enum(['own-result', 'asker-not-active']).nullable()

/** How a request came to be filed for somebody, and what whoever asks may do about it. */
export const RequestFiling = RequestReceipt.extend({
  /** Null: it was filed before this was asked. */
  presence: z.enum(presences).nullable(),
  /** The signed paper, for the committee alone. */
  paper: z.array(PhotoView),
  obstacle,
  /** A result stands and their word on it may be given now. */
  mayConfirm: z.boolean(),
})
export type RequestFiling = z.infer<typeof RequestFiling>

/** A result that waits for the word of somebody for whom the request was filed. */
export const FiledRow = z.object({
  serviceRequestId: Uuid,
  title: z.string(),
  place: z.string(),
  shownName: z.string(),
  resolvedAt: InstantText,
  obstacle,
})
export type FiledRow = z.infer<typeof FiledRow>

export const registerOnBehalf = endpoint({
  method: 'POST',
  path: `${inCommunity}/registrations`,
  summary: 'Register somebody from the signed paper; another member of the committee decides on it',
  permission: 'registration.assist',
  params: CommunityParams,
  body: RegistrationClaim.extend({
    compoundId: Uuid,
    /** Null: they have none. Else proven by the code sent to it, read aloud at the counter. */
    phone: z.strictObject({ number: z.string().max(40), code: z.string().max(12) }).nullable(),
    presence: z.enum(presences),
    paperPhotoIds: z.array(Uuid).min(1).max(maxPaperPhotos),
  }),
  reply: RegistrationReceipt,
  problems: [...guarded, 'rule-refused', 'already-exists', ...write],
})

export const readRegistrationReceipt = endpoint({
  method: 'GET',
  path: `${inCommunity}/registrations/:registrationId/receipt`,
  summary: 'The receipt of a registration filed on behalf of somebody, to print again',
  permission: 'registration.assist',
  params: CommunityParams.extend({ registrationId: Uuid }),
  reply: RegistrationReceipt,
  problems: guarded,
})

export const openReceipt = endpoint({
  method: 'GET',
  path: '/receipts/:code',
  summary: 'How it stands with what a receipt is for; whoever holds the paper may ask',
  permission: 'public',
  params: z.object({ code: z.string().min(1).max(40) }),
  reply: z.object({
    kind: z.enum(['registration', 'serviceRequest']),
    communityName: z.string(),
    filedAt: InstantText,
    state: z.enum([...registrationStates, ...serviceRequestStates]),
  }),
  problems: ['not-found', 'invalid-input'],
})

/** Somebody of the same dwelling, and who may speak for whom. */
export const HouseholdMember = z.object({
  membershipId: Uuid,
  shownName: z.string(),
  tenure: z.enum(tenures).nullable(),
  mayActForMe: z.boolean(),
  iMayActFor: z.boolean(),
})
export type HouseholdMember = z.infer<typeof HouseholdMember>

export const listHousehold = endpoint({
  method: 'GET',
  path: `${inCommunity}/household`,
  summary: 'Members of my dwelling, and who may speak for whom',
  permission: 'serviceRequest.ownVoice',
  params: CommunityParams,
  reply: z.object({ members: z.array(HouseholdMember) }),
  problems: guarded,
})

export const allowHelper = endpoint({
  method: 'POST',
  path: `${inCommunity}/helpers`,
  summary: 'Allow a member of my dwelling to file requests for me',
  permission: 'serviceRequest.ownVoice',
  params: CommunityParams,
  body: z.strictObject({ helperMembershipId: Uuid }),
  reply: Done,
  problems: [...guarded, 'rule-refused', ...write],
})

export const stopHelper = endpoint({
  method: 'POST',
  path: `${inCommunity}/helpers/stop`,
  summary: 'Take that consent back; what was filed stays mine',
  permission: 'serviceRequest.ownVoice',
  params: CommunityParams,
  body: z.strictObject({ helperMembershipId: Uuid }),
  reply: Done,
  problems: [...guarded, ...write],
})

export const recordHelper = endpoint({
  method: 'POST',
  path: `${inCommunity}/helpers/recorded`,
  summary: 'Take down at the counter that a member allows somebody of their dwelling to file requests for them',
  permission: 'membership.manage',
  params: CommunityParams,
  body: z.strictObject({ membershipId: Uuid, helperMembershipId: Uuid }),
  reply: Done,
  problems: [...guarded, 'rule-refused', ...write],
})

export const fileServiceRequestOnBehalf = endpoint({
  method: 'POST',
  path: `${inCommunity}/service-requests`,
  summary: "File a request in a member's name: theirs, marked with who filed it",
  permission: 'serviceRequest.onBehalf',
  params: CommunityParams,
  body: z.strictObject({
    forMembershipId: Uuid,
    kind: z.enum(serviceRequestKinds),
    text: publishedText(1, maxTextCodePoints),
    place: publishedText(1, 60),
    buildingId: Uuid.nullable().default(null),
    /** Of that building. */
    staircaseId: Uuid.nullable().default(null),
    /** The board whose answering role gets it first; null: the committee's director. */
    boardId: Uuid.nullable().default(null),
    visibility: z.enum(visibilities).default('community'),
    photoIds: z.array(Uuid).max(maxPhotos).default([]),
    presence: z.enum(presences).default('present'),
    paperPhotoIds: z.array(Uuid).max(maxPaperPhotos).default([]),
  }),
  reply: RequestReceipt,
  problems: [...guarded, 'rule-refused', ...write],
})

export const listAwaitingWord = endpoint({
  method: 'GET',
  path: `${inCommunity}/service-requests`,
  summary: 'Results that wait for the word of somebody for whom the request was filed, the longest waiting first',
  permission: 'serviceRequest.onBehalf',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(FiledRow),
  problems: guarded,
})

export const readRequestFiling = endpoint({
  method: 'GET',
  path: `${inCommunity}/service-requests/:serviceRequestId`,
  summary:
    'How a request came to be filed for somebody: the receipt to print again, the paper, whether their word may be given',
  permission: 'serviceRequest.onBehalf',
  params: ServiceRequestParams,
  reply: RequestFiling,
  problems: guarded,
})

export const confirmOnTheirWord = endpoint({
  method: 'POST',
  path: `${inCommunity}/service-requests/:serviceRequestId/confirm`,
  summary: "Confirm the result on the asker's word, marked as such; never by whoever stated the result",
  permission: 'serviceRequest.onBehalf',
  params: ServiceRequestParams,
  body: z.strictObject({
    /** How their word was given. */
    presence: z.enum(presences).default('present'),
    /** In their own words, read by neighbours. */
    words: publishedText(0, 200).default(''),
  }),
  reply: z.object({ state: z.enum(serviceRequestStates) }),
  problems: [...guarded, 'transition-refused', 'rule-refused', ...write],
})
