import { documentKinds } from '@shequtong/domain/identity/document-kinds'
import { leaveCauses, memberActs } from '@shequtong/domain/memberships/membership'
import { memberKinds, tenures } from '@shequtong/domain/registrations/member-kinds'
import { membershipStates } from '@shequtong/domain/roles/hats'
import { roles } from '@shequtong/domain/roles/roles'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import {
  CommunityParams,
  DateText,
  Done,
  InstantText,
  PageQuery,
  pageOf,
  plainText,
  publishedText,
  Uuid,
} from './values.ts'

const write = ['idempotency-key-missing', 'idempotency-conflict'] as const
const own = ['unauthenticated', 'not-found', 'invalid-input'] as const

const ending = {
  state: z.enum(membershipStates),
  /** When the membership ends by itself, and why. */
  leavesAt: InstantText.nullable(),
  leaveCause: z.enum(leaveCauses).nullable(),
  /** While suspended: when that ends by itself. */
  suspendedUntil: InstantText.nullable(),
  /** Why the committee suspended or ends it. */
  reason: z.string().nullable(),
}

/** What leaving would mean, before anybody decides: what stays, what goes, and what stands in the way. */
export const LeavingView = z.object({
  membershipId: Uuid,
  communityName: z.string(),
  ...ending,
  regretDays: z.number().int(),
  /** A tenant, of whom nobody has said yet that they go. */
  mayStateLastDay: z.boolean(),
  /** Requests that are not finished: the committee keeps them, the result goes to the phone. */
  openRequestCount: z.number().int(),
  photoCount: z.number().int(),
  /** Roles held here, to be handed over first. */
  rolesHeld: z.array(z.object({ role: z.enum(roles), shownName: z.string() })),
  /** Nothing else keeps the identity: it is erased with this membership. */
  erasesIdentity: z.boolean(),
})
export type LeavingView = z.infer<typeof LeavingView>

const one = '/me/memberships/:membershipId' as const
const MembershipParams = z.object({ membershipId: Uuid })

export const readLeaving = endpoint({
  method: 'GET',
  path: `${one}/leaving`,
  summary: 'How a membership of mine stands, and what leaving would mean',
  permission: 'signedIn',
  params: MembershipParams,
  reply: LeavingView,
  problems: own,
})

export const leaveCommunity = endpoint({
  method: 'POST',
  path: `${one}/leave`,
  summary: 'Leave a community; seven days to think better of it, then what is mine is erased',
  permission: 'signedIn',
  params: MembershipParams,
  body: z.strictObject({}),
  reply: LeavingView,
  problems: [...own, 'rule-refused', ...write],
})

export const stayInCommunity = endpoint({
  method: 'POST',
  path: `${one}/stay`,
  summary: 'Think better of leaving, or take back a stated last day',
  permission: 'signedIn',
  params: MembershipParams,
  body: z.strictObject({}),
  reply: LeavingView,
  problems: [...own, 'rule-refused', ...write],
})

export const stateLastDay = endpoint({
  method: 'POST',
  path: `${one}/last-day`,
  summary:
    'A tenant states the last day of the lease; a reminder comes before, and it ends by itself when that day is over',
  permission: 'signedIn',
  params: MembershipParams,
  body: z.strictObject({ lastDayOn: DateText }),
  reply: LeavingView,
  problems: [...own, 'rule-refused', ...write],
})

export const moveMyPhone = endpoint({
  method: 'POST',
  path: '/me/phone',
  summary: 'Take a new phone number, proven by the code sent to it; every other device is signed out',
  permission: 'signedIn',
  body: z.strictObject({ phone: z.string().max(40), code: z.string().max(12) }),
  reply: Done,
  problems: ['unauthenticated', 'invalid-input', 'rule-refused', 'already-exists', ...write],
})

export const MemberRow = z.object({
  membershipId: Uuid,
  shownName: z.string(),
  dwelling: z.string().nullable(),
  memberKind: z.enum(memberKinds),
  tenure: z.enum(tenures).nullable(),
  startedAt: InstantText,
  ...ending,
})
export type MemberRow = z.infer<typeof MemberRow>

const inCommunity = '/communities/:communityId/memberships' as const
const Params = CommunityParams.extend({ membershipId: Uuid })
const guarded = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
const Reason = publishedText(4, 300)

export const listMembers = endpoint({
  method: 'GET',
  path: inCommunity,
  summary: 'The members of the community, newest first; with search words those whose name and door hold every word',
  permission: 'membership.manage',
  params: CommunityParams,
  query: PageQuery.extend({ search: plainText(0, 40).optional() }),
  reply: pageOf(MemberRow),
  problems: guarded,
})

/** One member as the committee sees them: masks, never the true name. */
export const MemberView = MemberRow.extend({
  registrationId: Uuid,
  masks: z.object({
    documentKind: z.enum(documentKinds).nullable(),
    documentNumber: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  rolesHeld: z.array(z.object({ role: z.enum(roles), shownName: z.string() })),
  /** For how many days they can be suspended, today included; none are left once there were enough in half a year. */
  suspensionDaysLeft: z.number().int(),
  /** What the reader may do about them now. */
  may: z.array(z.enum(memberActs)),
})
export type MemberView = z.infer<typeof MemberView>

export const readMember = endpoint({
  method: 'GET',
  path: `${inCommunity}/:membershipId`,
  summary: 'A member of the community, and what may be done about their membership',
  permission: 'membership.manage',
  params: Params,
  reply: MemberView,
  problems: guarded,
})

const manage = <B extends z.ZodType>(name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    path: `${inCommunity}/:membershipId/${name}`,
    summary,
    permission: 'membership.manage',
    params: Params,
    body,
    reply: MemberRow,
    problems: [...guarded, 'rule-refused', ...write],
  })

export const suspendMembership = manage(
  'suspend',
  'Suspend with a reason and a last day that the member reads: until then they go on reading and write nothing',
  z.strictObject({ reason: Reason, lastDayOn: DateText }),
)
export const resumeMembership = manage(
  'resume',
  'Take back a suspension, or an end that has not come yet',
  z.strictObject({}),
)
export const endMembership = manage(
  'end',
  'State the last day: moved away, or the tenancy ends; it ends when that day is over',
  z.strictObject({ cause: z.enum(['movedAway', 'tenancyEnded']), lastDayOn: DateText, reason: Reason }),
)

export const movePhoneAtDesk = endpoint({
  method: 'POST',
  path: `${inCommunity}/:membershipId/phone`,
  summary:
    'The phone is lost and the person stands at the desk: the document is compared, the new number proven by its code, the old number told',
  permission: 'membership.manage',
  params: Params,
  body: z.strictObject({
    documentKind: z.enum(documentKinds),
    documentNumber: plainText(1, 40),
    phone: z.string().max(40),
    code: z.string().max(12),
    reason: plainText(4, 200),
    /** WeChat is lost with the phone: whoever holds it must not come in by it any more. */
    forgetWechat: z.boolean().default(false),
  }),
  reply: Done,
  problems: [...guarded, 'rule-refused', 'already-exists', ...write],
})

export const BlockView = z.object({ blockId: Uuid, shownName: z.string(), blockedAt: InstantText })
export type BlockView = z.infer<typeof BlockView>

const Blocks = z.object({ blocks: z.array(BlockView) })

export const listBlocks = endpoint({
  method: 'GET',
  path: '/me/blocks',
  summary: 'Neighbours whose words I do not want to read',
  permission: 'signedIn',
  reply: Blocks,
  problems: ['unauthenticated'],
})

export const blockNeighbour = endpoint({
  method: 'POST',
  path: '/communities/:communityId/blocks',
  summary: 'Hide the words of the neighbour who wrote this request, or this reply in it; nobody is told',
  permission: 'serviceRequest.ownVoice',
  params: CommunityParams,
  body: z.strictObject({ serviceRequestId: Uuid, entryId: Uuid.nullable().default(null) }),
  reply: BlockView,
  problems: [...guarded, 'rule-refused', ...write],
})

export const blockPostAuthor = endpoint({
  method: 'POST',
  path: '/communities/:communityId/posts/:postId/block',
  summary: 'Hide the words of the neighbour who wrote this post, or this reply below it; nobody is told',
  permission: 'serviceRequest.ownVoice',
  params: CommunityParams.extend({ postId: Uuid }),
  body: z.strictObject({ postReplyId: Uuid.nullable().default(null) }),
  reply: BlockView,
  problems: [...guarded, 'rule-refused', ...write],
})

export const unblockNeighbour = endpoint({
  method: 'DELETE',
  path: '/me/blocks/:blockId',
  summary: 'Read a neighbour again',
  permission: 'signedIn',
  params: z.object({ blockId: Uuid }),
  reply: Done,
  problems: [...own, ...write],
})
