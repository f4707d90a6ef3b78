import { handOverRoles, roles } from '@shequtong/domain/roles/roles'
import {
  entryKinds,
  handlingLevels,
  outcomes,
  serviceRequestActions,
  serviceRequestKinds,
  serviceRequestStates,
  suspensionKinds,
  visibilities,
} from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, DateText, InstantText, PageQuery, pageOf, plainText, publishedText, Uuid } from './values.ts'

export const maxPhotos = 9
export const maxTextCodePoints = 2000

const inCommunity = '/communities/:communityId/service-requests' as const
export const one = `${inCommunity}/:serviceRequestId` as const
export const ServiceRequestParams = CommunityParams.extend({ serviceRequestId: Uuid })

/** Who speaks, as neighbours see it: the shown name, never the true one. */
export const Voice = z.object({
  shownName: z.string(),
  /** Checked against the roll by the committee. */
  verified: z.boolean(),
  /** Someone who must answer: the role signed with; absent for a neighbour. */
  role: z.enum(roles).nullable(),
  party: z.boolean(),
  you: z.boolean(),
  /** Answered in the office's name: the office stands instead of the person. */
  inOfficeName: z.boolean(),
  /** From where the words came: a province (ISO 3166-2:CN), abroad the country (ISO 3166-1); null: not known, or they have left. */
  region: z.string().nullable(),
  /** Who wrote it down in their name, a helper of the committee or the family; null: they did. */
  filedBy: z.object({ shownName: z.string(), role: z.enum(roles).nullable() }).nullable(),
})
export type Voice = z.infer<typeof Voice>

export const PhotoView = z.object({ photoId: Uuid, widthPx: z.number().int(), heightPx: z.number().int() })
export type PhotoView = z.infer<typeof PhotoView>

/** S25: the three times and the resident's own word. */
export const Times = z.object({
  submittedAt: InstantText,
  readAt: InstantText.nullable(),
  answeredAt: InstantText.nullable(),
  resolvedAt: InstantText.nullable(),
  endedAt: InstantText.nullable(),
})

export const ClockView = z.object({
  deadlineAt: InstantText,
  pausedAt: InstantText.nullable(),
  stoppedAt: InstantText.nullable(),
})

export const EntryView = z.object({
  entryId: Uuid,
  kind: z.enum(entryKinds),
  by: Voice.nullable(),
  text: z.string(),
  photos: z.array(PhotoView),
  at: InstantText,
  /**
   * For handOver, its acceptance and its return: to which role; for assignment: to whom; for escalation: to which level; for suspension: its last day; for a confirmation on
   * somebody's word: how it was given; for replyAccepted and replyEndorsed: the entry of the reply; for an answer or a result that
   * came with the one it was merged into: that one's entry; for mergedInto, joined, split and parted: the other request.
   */
  to: z.string().nullable(),
})
export type EntryView = z.infer<typeof EntryView>

const base = {
  serviceRequestId: Uuid,
  /** The board on which it was said; null: the everyday one. */
  boardId: Uuid.nullable(),
  communityId: z.number().int(),
  kind: z.enum(serviceRequestKinds),
  visibility: z.enum(visibilities),
  state: z.enum(serviceRequestStates),
  level: z.enum(handlingLevels),
  text: z.string(),
  place: z.string(),
  by: Voice,
  photos: z.array(PhotoView),
  times: Times,
  clock: ClockView,
  /** `untilOn`: the last day of a suspension; null while it waits for the asker. */
  suspension: z.object({ kind: z.enum(suspensionKinds), since: InstantText, untilOn: DateText.nullable() }).nullable(),
  outcome: z.enum(outcomes).nullable(),
  onwardOwner: z.string().nullable(),
  reopenedCount: z.number().int(),
  entryCount: z.number().int(),
  /** Neighbours who said 我也是, the asker not among them. */
  supporterCount: z.number().int(),
  /** The one it was merged into; it stands in no list of neighbours while it is part of that one. */
  mergedIntoId: Uuid.nullable(),
  /** How many were merged into it. */
  mergedCount: z.number().int(),
}

/** A card of the feed: the words, the trail, the latest answer. */
export const ServiceRequestCard = z.object({ type: z.literal('serviceRequest'), ...base, answer: EntryView.nullable() })
export type ServiceRequestCard = z.infer<typeof ServiceRequestCard>

/** A hand-over that waits for somebody of `toRole` to accept it; at `lapsesAt` it goes back by itself. */
export const OfferView = z.object({ toRole: z.enum(handOverRoles), lapsesAt: InstantText })
export type OfferView = z.infer<typeof OfferView>

/** One that was merged into another, in its asker's own words. `goesOn`: it is part of that one still, and can be split off. */
export const MergedOne = z.object({
  serviceRequestId: Uuid,
  by: Voice,
  text: z.string(),
  place: z.string(),
  submittedAt: InstantText,
  goesOn: z.boolean(),
})
export type MergedOne = z.infer<typeof MergedOne>

export const ServiceRequestView = z.object({
  ...base,
  merged: z.array(MergedOne),
  mergedIntoTitle: z.string().nullable(),
  responsibleRole: z.enum(handOverRoles),
  offer: OfferView.nullable(),
  assignee: z.string().nullable(),
  entries: z.array(EntryView),
  /** What whoever asks may do now, so that a screen mirrors the rules and never guesses them. */
  may: z.array(z.enum(serviceRequestActions)),
  /** Grows with every write: a screen that holds an older one asks again. */
  version: z.number().int(),
})
export type ServiceRequestView = z.infer<typeof ServiceRequestView>

/** A row of the workbench inbox: most urgent first. */
export const InboxRow = z.object({
  serviceRequestId: Uuid,
  kind: z.enum(serviceRequestKinds),
  visibility: z.enum(visibilities),
  state: z.enum(serviceRequestStates),
  title: z.string(),
  place: z.string(),
  by: z.string(),
  clock: ClockView,
  suspension: z.enum(suspensionKinds).nullable(),
  suspendedUntilOn: DateText.nullable(),
  /** The level that has it in hand. */
  level: z.enum(handlingLevels),
  responsibleRole: z.enum(handOverRoles),
  offer: OfferView.nullable(),
  assignee: z.string().nullable(),
  times: Times,
  reopenedCount: z.number().int(),
  mergedCount: z.number().int(),
})
export type InboxRow = z.infer<typeof InboxRow>

export const written = [
  'unauthenticated',
  'not-found',
  'not-permitted',
  'invalid-input',
  'idempotency-key-missing',
  'idempotency-conflict',
] as const
export const Words = publishedText(1, maxTextCodePoints)
const PhotoIds = z.array(Uuid).max(maxPhotos).default([])

export const submitServiceRequest = endpoint({
  method: 'POST',
  path: inCommunity,
  summary: 'Say what is wrong, ask for help, complain or suggest; the response clock starts',
  permission: 'serviceRequest.submit',
  params: CommunityParams,
  body: z.strictObject({
    kind: z.enum(serviceRequestKinds),
    text: Words,
    place: publishedText(1, 60),
    buildingId: Uuid.nullable().default(null),
    /** Of that building. */
    staircaseId: Uuid.nullable().default(null),
    /** The board whose answering role gets it first; null: the committee's director. */
    boardId: Uuid.nullable().default(null),
    visibility: z.enum(visibilities).default('community'),
    photoIds: PhotoIds,
  }),
  reply: ServiceRequestView,
  problems: [...written, 'rule-refused'],
})

export const readServiceRequest = endpoint({
  method: 'GET',
  path: one,
  summary: 'One thread with its stepper and everything said in it that the reader may see',
  permission: 'community.view',
  params: ServiceRequestParams,
  reply: ServiceRequestView,
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})

export const listMyServiceRequests = endpoint({
  method: 'GET',
  path: '/communities/:communityId/my-service-requests',
  summary: 'What I said in this community, newest first',
  permission: 'serviceRequest.readOwn',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(ServiceRequestCard),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})

export const listMySupport = endpoint({
  method: 'GET',
  path: '/communities/:communityId/my-support',
  summary: 'The requests of others under which I said 我也是, the latest 500, newest first',
  permission: 'serviceRequest.readOwn',
  params: CommunityParams,
  reply: z.object({ serviceRequestIds: z.array(Uuid) }),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})

/** One act on one request; its reply is the thread as it stands afterwards. */
export const act = <B extends z.ZodType>(
  name: string,
  permission: `serviceRequest.${'answer' | 'note' | 'direct' | 'escalate' | 'reply' | 'ownVoice'}`,
  summary: string,
  body: B,
  refusals: readonly ('transition-refused' | 'rule-refused')[] = [],
) =>
  endpoint({
    method: 'POST',
    path: `${one}/${name}`,
    summary,
    permission,
    params: ServiceRequestParams,
    body,
    reply: ServiceRequestView,
    problems: [...written, ...refusals],
  })

export const markServiceRequestRead = act(
  'read',
  'serviceRequest.answer',
  'Heard: first opened by someone responsible',
  z.strictObject({}),
)
export const answerServiceRequest = act(
  'answers',
  'serviceRequest.answer',
  'A substantive answer stops the clock; a mere receipt is kept and does not',
  z.strictObject({
    text: publishedText(0, maxTextCodePoints),
    photoIds: PhotoIds,
    inOfficeName: z.boolean().default(false),
  }),
  ['transition-refused'],
)
export const askBackServiceRequest = act(
  'ask-back',
  'serviceRequest.answer',
  'Ask the asker; the clock stands still until they speak',
  z.strictObject({ text: Words, photoIds: PhotoIds }),
  ['transition-refused', 'rule-refused'],
)
export const replyToServiceRequest = act(
  'replies',
  'serviceRequest.reply',
  "A neighbour's word, or the asker's",
  z.strictObject({ text: Words, photoIds: PhotoIds }),
  ['transition-refused'],
)
export const acceptReply = act(
  'accepted-replies',
  'serviceRequest.ownVoice',
  "The asker accepts a neighbour's answer; it stops the clock and cannot be undone",
  z.strictObject({ entryId: Uuid }),
  ['transition-refused', 'rule-refused'],
)
export const endorseReply = act(
  'endorsed-replies',
  'serviceRequest.answer',
  "Someone responsible endorses a neighbour's substantive answer; it stops the clock and cannot be undone",
  z.strictObject({ entryId: Uuid }),
  ['transition-refused', 'rule-refused'],
)
export const supportServiceRequest = act(
  'support',
  'serviceRequest.ownVoice',
  '我也是: the same concerns me; said once, however often it is sent; `on: false` takes it back',
  z.strictObject({ on: z.boolean() }),
  ['transition-refused'],
)
export const noteServiceRequest = act(
  'notes',
  'serviceRequest.note',
  'An internal note, seen by the responsible alone',
  z.strictObject({ text: plainText(1, maxTextCodePoints) }),
  ['transition-refused'],
)
export const suspendServiceRequest = act(
  'suspend',
  'serviceRequest.direct',
  'Suspend the clock up to and including a day, with a reason; the asker reads both; it ends by itself',
  z.strictObject({ reason: Words, untilOn: DateText }),
  ['transition-refused', 'rule-refused'],
)
export const resumeServiceRequest = act(
  'resume',
  'serviceRequest.direct',
  'Set a suspended clock going again',
  z.strictObject({}),
  ['transition-refused', 'rule-refused'],
)
export const handOverServiceRequest = act(
  'hand-over',
  'serviceRequest.direct',
  'Offer it to another role; until somebody there accepts it stays where it is, and the clock runs on',
  z.strictObject({ toRole: z.enum(handOverRoles), reason: Words }),
  ['transition-refused', 'rule-refused'],
)
export const assignServiceRequest = act(
  'assign',
  'serviceRequest.direct',
  'Assign to a colleague by role grant',
  z.strictObject({ roleGrantId: Uuid }),
  ['transition-refused'],
)
export const resolveServiceRequest = act(
  'resolve',
  'serviceRequest.answer',
  'State the result; beyond our power names who has it in hand now',
  z.strictObject({
    result: publishedText(0, maxTextCodePoints),
    outcome: z.enum(outcomes).default('solved'),
    onwardOwner: publishedText(1, 60).nullable().default(null),
    photoIds: PhotoIds,
  }),
  ['transition-refused', 'rule-refused'],
)
export const confirmServiceRequest = act(
  'confirm',
  'serviceRequest.ownVoice',
  'The asker confirms the result',
  z.strictObject({}),
  ['transition-refused'],
)
export const reopenServiceRequest = act(
  'reopen',
  'serviceRequest.ownVoice',
  'The asker says what is still wrong; a new clock starts',
  z.strictObject({ reason: Words, photoIds: PhotoIds }),
  ['transition-refused', 'rule-refused'],
)
export const withdrawServiceRequest = act(
  'withdraw',
  'serviceRequest.ownVoice',
  'The asker takes it back',
  z.strictObject({}),
  ['transition-refused'],
)

export const lookIntoServiceRequest = endpoint({
  method: 'POST',
  path: `${one}/look-into`,
  summary: 'Open a private request that was not escalated, with a reason that the asker reads in the thread',
  permission: 'command.view',
  params: ServiceRequestParams,
  body: z.strictObject({ reason: publishedText(4, 200) }),
  reply: ServiceRequestView,
  problems: [
    'unauthenticated',
    'not-found',
    'not-permitted',
    'invalid-input',
    'idempotency-key-missing',
    'idempotency-conflict',
    'done-already',
  ],
})
