import { presences } from '@shequtong/domain/memberships/helping'
import { consentKinds } from '@shequtong/domain/registrations/consents'
import { tenures } from '@shequtong/domain/registrations/member-kinds'
import { registrationStates } from '@shequtong/domain/registrations/registration'
import { serviceRequestKinds, serviceRequestStates, visibilities } from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { RegistrationClaim } from './registrations.ts'
import { maxPhotos, maxTextCodePoints, ServiceRequestParams } from './service-requests.ts'
import { CommunityParams, Done, InstantText, publishedText, Uuid } from './values.ts'

const write = ['idempotency-key-missing', 'idempotency-conflict'] as const
const guarded = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
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
    paperPhotoIds: z.array(Uuid).min(1).max(3),
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
    visibility: z.enum(visibilities).default('community'),
    photoIds: z.array(Uuid).max(maxPhotos).default([]),
  }),
  reply: RequestReceipt,
  problems: [...guarded, 'rule-refused', ...write],
})

export const confirmOnTheirWord = endpoint({
  method: 'POST',
  path: `${inCommunity}/service-requests/:serviceRequestId/confirm`,
  summary: "Confirm the result on the asker's word, marked as such; never by whoever stated the result",
  permission: 'serviceRequest.onBehalf',
  params: ServiceRequestParams,
  body: z.strictObject({}),
  reply: z.object({ state: z.enum(serviceRequestStates) }),
  problems: [...guarded, 'transition-refused', 'rule-refused', ...write],
})
