import { reportReasons, reportWordsMaxCodePoints } from '@shequtong/domain/posts/report'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { PostParams } from './posts.ts'
import { Voice } from './service-requests.ts'
import { CommunityParams, Done, InstantText, PageQuery, pageOf, publishedText, Uuid } from './values.ts'

/** The post itself, or one reply below it. */
const part = { postReplyId: Uuid.nullable().default(null) }
const read = ['unauthenticated', 'not-found', 'invalid-input', 'not-permitted'] as const
const written = [...read, 'idempotency-key-missing', 'idempotency-conflict'] as const

/** Words that somebody reported, and why. Who reported them is told to nobody. */
export const ReportedWords = z.object({
  postId: Uuid,
  /** Null: the post itself. */
  postReplyId: Uuid.nullable(),
  boardId: Uuid,
  by: Voice,
  title: z.string().nullable(),
  text: z.string(),
  /** When the first of its reports came. */
  since: InstantText,
  reportCount: z.number().int(),
  /** The first of them. */
  reports: z.array(z.object({ reason: z.enum(reportReasons), words: z.string() })),
  /** Whoever asks may decide: not about the own words. */
  mayDecide: z.boolean(),
})
export type ReportedWords = z.infer<typeof ReportedWords>

export const reportPost = endpoint({
  method: 'POST',
  path: '/communities/:communityId/posts/:postId/report',
  summary: 'Tell the committee that a post or a reply should not stand there; a second report of the same is none',
  permission: 'post.write',
  params: PostParams,
  body: z.strictObject({
    ...part,
    reason: z.enum(reportReasons),
    words: publishedText(0, reportWordsMaxCodePoints).default(''),
  }),
  reply: Done,
  problems: [...written, 'transition-refused', 'rule-refused'],
})

export const keepReported = endpoint({
  method: 'POST',
  path: '/communities/:communityId/posts/:postId/keep',
  summary: 'Leave what was reported where it is; whoever reported it is told',
  permission: 'post.moderate',
  params: PostParams,
  body: z.strictObject(part),
  reply: Done,
  problems: written,
})

export const listReported = endpoint({
  method: 'GET',
  path: '/communities/:communityId/reported-posts',
  summary: 'What was reported and not yet decided, the longest waiting first',
  permission: 'post.moderate',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(ReportedWords),
  problems: read,
})
