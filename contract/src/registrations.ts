import { documentKinds } from '@shequtong/domain/identity/document-kinds'
import { presences } from '@shequtong/domain/memberships/helping'
import { consentKinds } from '@shequtong/domain/registrations/consents'
import { memberKinds, tenures } from '@shequtong/domain/registrations/member-kinds'
import { registrationStates } from '@shequtong/domain/registrations/registration'
import { comparisonFields, comparisonVerdicts } from '@shequtong/domain/registrations/roll-comparison'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { PhotoView } from './service-requests.ts'
import { JoinCode } from './territory.ts'
import { CommunityParams, DateText, InstantText, PageQuery, pageOf, plainText, publishedText, Uuid } from './values.ts'

export const DocumentKind = z.enum(documentKinds)

/** What the applicant claims. The name and the document go to the vault; nothing else ever holds them. */
export const RegistrationClaim = z.strictObject({
  trueName: plainText(2, 30),
  documentKind: DocumentKind,
  documentNumber: plainText(1, 40),
  /** Only where the document does not tell it: a citizen's ID number does. */
  birthOn: DateText.nullable().default(null),
  dwellingId: Uuid.nullable(),
  memberKind: z.enum(memberKinds),
  tenure: z.enum(tenures).nullable(),
  shownName: plainText(2, 16),
  consents: z.array(z.enum(consentKinds)).max(consentKinds.length),
  /** For a child under 14: the membership of the guardian, in the same dwelling. */
  guardianMembershipId: Uuid.nullable().default(null),
})

/** The applicant's own view: where it stands and what was said about it. */
export const RegistrationView = z.object({
  registrationId: Uuid,
  communityId: z.number().int(),
  communityName: z.string(),
  state: z.enum(registrationStates),
  dwelling: z.string().nullable(),
  memberKind: z.enum(memberKinds),
  tenure: z.enum(tenures).nullable(),
  shownName: z.string(),
  submittedAt: InstantText,
  decidedAt: InstantText.nullable(),
  /** The reason of a refusal or the question of an ask-back. */
  reason: z.string().nullable(),
  reviewBy: InstantText,
})
export type RegistrationView = z.infer<typeof RegistrationView>

const own = [
  'unauthenticated',
  'not-found',
  'invalid-input',
  'idempotency-key-missing',
  'idempotency-conflict',
] as const

export const register = endpoint({
  method: 'POST',
  path: '/join/:code/registrations',
  summary: 'Register as a member of the compound whose code was scanned; the committee checks it against the roll',
  permission: 'signedIn',
  params: z.object({ code: JoinCode }),
  body: RegistrationClaim,
  reply: RegistrationView,
  problems: [...own, 'rule-refused', 'code-revoked', 'already-exists'],
})

export const suggestShownNames = endpoint({
  method: 'POST',
  path: '/join/shown-names',
  summary: 'Shown names one might choose from; the true name is used for this and kept nowhere',
  permission: 'signedIn',
  body: z.strictObject({
    trueName: plainText(2, 30),
    documentKind: DocumentKind,
    documentNumber: plainText(1, 40),
    buildingName: plainText(1, 30),
  }),
  // changes nothing: a body because a true name is nothing for an address
  keeps: 'nothing',
  reply: z.object({ names: z.array(z.string()) }),
  problems: ['unauthenticated', 'invalid-input', 'idempotency-key-missing'],
})

export const readMyRegistration = endpoint({
  method: 'GET',
  path: '/me/registrations/:registrationId',
  summary: 'Where my registration stands',
  permission: 'signedIn',
  params: z.object({ registrationId: Uuid }),
  reply: RegistrationView,
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})

export const listMyRegistrations = endpoint({
  method: 'GET',
  path: '/me/registrations',
  summary: 'All my registrations, newest first',
  permission: 'signedIn',
  reply: z.object({ registrations: z.array(RegistrationView) }),
  problems: ['unauthenticated'],
})

export const withdrawRegistration = endpoint({
  method: 'POST',
  path: '/me/registrations/:registrationId/withdraw',
  summary: 'Take my registration back',
  permission: 'signedIn',
  params: z.object({ registrationId: Uuid }),
  body: z.strictObject({}),
  reply: RegistrationView,
  problems: [...own, 'transition-refused'],
})

export const replyToAskBack = endpoint({
  method: 'POST',
  path: '/me/registrations/:registrationId/reply',
  summary: 'Answer what the committee asked and submit again',
  permission: 'signedIn',
  params: z.object({ registrationId: Uuid }),
  body: z.strictObject({ text: publishedText(1, 300) }),
  reply: RegistrationView,
  problems: [...own, 'transition-refused', 'already-exists'],
})

const ComparisonRow = z.object({
  field: z.enum(comparisonFields),
  claimed: z.string().nullable(),
  onRoll: z.string().nullable(),
  verdict: z.enum(comparisonVerdicts),
})

const inCommunity = '/communities/:communityId/registrations' as const
const Params = CommunityParams.extend({ registrationId: Uuid })
const reviewed = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
const written = [...reviewed, 'idempotency-key-missing', 'idempotency-conflict'] as const

export const ReviewRow = z.object({
  registrationId: Uuid,
  state: z.enum(registrationStates),
  shownName: z.string(),
  dwelling: z.string().nullable(),
  memberKind: z.enum(memberKinds),
  tenure: z.enum(tenures).nullable(),
  submittedAt: InstantText,
  overdue: z.boolean(),
  exact: z.boolean(),
  differing: z.number().int(),
  onRoll: z.boolean(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

export const listRegistrations = endpoint({
  method: 'GET',
  path: inCommunity,
  summary: 'Registrations that wait for the committee, oldest first',
  permission: 'registration.review',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(ReviewRow).extend({ waiting: z.number().int() }),
  problems: reviewed,
})

export const RegistrationReview = ReviewRow.extend({
  comparison: z.array(ComparisonRow),
  floorAreaCm2: z.number().int().nullable(),
  question: z.string().nullable(),
  answerToQuestion: z.string().nullable(),
  /** Filed at the counter from a signed paper; whoever filed it does not approve it. */
  filing: z
    .object({ byShownName: z.string(), byYou: z.boolean(), presence: z.enum(presences), paper: z.array(PhotoView) })
    .nullable(),
  /** For a child: the shown name of the guardian. */
  guardian: z.string().nullable(),
  /** Somebody else is registered with the same document: it cannot be approved until that is cleared up with the person. */
  documentTaken: z.boolean(),
  /** Neighbours already registered in the same dwelling, by shown name. */
  household: z.array(z.object({ shownName: z.string(), tenure: z.enum(tenures).nullable() })),
})
export type RegistrationReview = z.infer<typeof RegistrationReview>

export const readRegistration = endpoint({
  method: 'GET',
  path: `${inCommunity}/:registrationId`,
  summary: 'The claim and the roll row side by side, differences marked',
  permission: 'registration.review',
  params: Params,
  reply: RegistrationReview,
  problems: reviewed,
})

const decide = <B extends z.ZodType>(
  name: string,
  summary: string,
  body: B,
  refusals: readonly 'rule-refused'[] = [],
) =>
  endpoint({
    method: 'POST',
    path: `${inCommunity}/:registrationId/${name}`,
    summary,
    permission: 'registration.review',
    params: Params,
    body,
    reply: ReviewRow,
    problems: [...written, 'transition-refused', ...refusals],
  })

export const approveRegistration = decide(
  'approve',
  'Approve: the applicant becomes a neighbour; never by whoever filed it on their behalf',
  z.strictObject({}),
  ['rule-refused'],
)
export const refuseRegistration = decide(
  'refuse',
  'Refuse with a reason that the applicant reads',
  z.strictObject({ reason: publishedText(4, 300) }),
  ['rule-refused'],
)
export const askBackRegistration = decide(
  'ask-back',
  'Ask the applicant a question',
  z.strictObject({ question: publishedText(4, 300) }),
  ['rule-refused'],
)

export const approveExactMatches = endpoint({
  method: 'POST',
  path: `${inCommunity}/approve-exact-matches`,
  summary: 'Approve those of the named registrations whose every field equals the roll',
  permission: 'registration.review',
  params: CommunityParams,
  body: z.strictObject({ registrationIds: z.array(Uuid).min(1).max(100) }),
  reply: z.object({ approved: z.array(Uuid), left: z.array(Uuid) }),
  problems: written,
})
