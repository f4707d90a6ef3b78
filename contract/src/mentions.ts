import { mentionQueryMaxCodePoints, mentionWordsMaxCodePoints } from '@shequtong/domain/mentions/mentions'
import { communityRoles } from '@shequtong/domain/roles/roles'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Voice } from './service-requests.ts'
import { CommunityParams, Done, InstantText, PageQuery, pageOf, plainText, Uuid } from './values.ts'

/** Whom words name: a neighbour or a role, one of the two; `words` stand behind an @ in the text, which is checked itself. */
export const MentionInput = z.strictObject({
  words: z.string().min(1).max(mentionWordsMaxCodePoints),
  membershipId: Uuid.nullable().default(null),
  role: z.enum(communityRoles).nullable().default(null),
})
export const MentionInputs = z.array(MentionInput).max(20).default([])

/** Somebody named in words that can be read here. */
export const MentionView = z.object({
  mentionId: Uuid,
  words: z.string(),
  /** The role that was named; null: a neighbour. */
  role: z.enum(communityRoles).nullable(),
  /** Of the neighbour, as they are called now. */
  shownName: z.string().nullable(),
  isYou: z.boolean(),
  /** Of a role: until when it is to answer, when somebody of it looked, when it answered. */
  deadlineAt: InstantText.nullable(),
  readAt: InstantText.nullable(),
  answeredAt: InstantText.nullable(),
})
export type MentionView = z.infer<typeof MentionView>

export const MentionableView = z.object({
  /** Every role that somebody holds, with up to three who do. */
  roles: z.array(z.object({ role: z.enum(communityRoles), shownNames: z.array(z.string()) })),
  members: z.array(z.object({ membershipId: Uuid, shownName: z.string() })),
})
export type MentionableView = z.infer<typeof MentionableView>

const problems = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const

export const listMentionable = endpoint({
  method: 'GET',
  path: '/communities/:communityId/mentionable',
  summary: 'Who can be named with an @: the roles, and the first neighbours whose shown name begins so',
  permission: 'post.write',
  params: CommunityParams,
  query: z.object({
    /** Absent: the roles alone. */
    q: plainText(1, mentionQueryMaxCodePoints).optional(),
    /** The post below which it is said: whom it does not reach is not offered. */
    postId: Uuid.optional(),
  }),
  reply: MentionableView,
  problems,
})

/** Words that name the role and wait for its answer. */
export const WaitingMention = z.object({
  mentionId: Uuid,
  postId: Uuid,
  by: Voice,
  /** The first words of what was said. */
  title: z.string(),
  at: InstantText,
  deadlineAt: InstantText,
  readAt: InstantText.nullable(),
})
export type WaitingMention = z.infer<typeof WaitingMention>

export const listWaitingMentions = endpoint({
  method: 'GET',
  path: '/communities/:communityId/waiting-mentions',
  summary: 'Where the role that asks was named with an @ and has not answered, most urgent first',
  permission: 'inbox.view',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(WaitingMention),
  problems,
})

export const readMention = endpoint({
  method: 'POST',
  path: '/communities/:communityId/mentions/:mentionId/read',
  summary: 'Say that whoever is named looked at it; the first time counts',
  permission: 'post.write',
  params: CommunityParams.extend({ mentionId: Uuid }),
  body: z.strictObject({}),
  reply: Done,
  problems: [...problems, 'idempotency-key-missing', 'idempotency-conflict'],
})
