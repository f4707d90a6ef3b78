import { postActions, postStates, postTextMaxCodePoints, postTitleMaxCodePoints } from '@shequtong/domain/posts/post'
import { scopeKinds } from '@shequtong/domain/posts/scope'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { MentionInputs, MentionView } from './mentions.ts'
import { maxPhotos, PhotoView, Voice } from './service-requests.ts'
import { CommunityParams, Done, InstantText, PageQuery, pageOf, publishedText, Uuid } from './values.ts'

const inCommunity = '/communities/:communityId/posts' as const
const one = `${inCommunity}/:postId` as const
export const PostParams = CommunityParams.extend({ postId: Uuid })
const PostReplyParams = PostParams.extend({ postReplyId: Uuid })

/** Who took it away, when, and why where it was not the author. */
export const Removal = z.object({
  at: InstantText,
  byAuthor: z.boolean(),
  reason: z.string().nullable(),
})
export type Removal = z.infer<typeof Removal>

const base = {
  postId: Uuid,
  communityId: z.number().int(),
  boardId: Uuid,
  state: z.enum(postStates),
  title: z.string().nullable(),
  text: z.string(),
  by: Voice,
  photos: z.array(PhotoView),
  /** `placeName`: how the part it is for is called; null: the whole community. */
  scope: z.object({ kind: z.enum(scopeKinds), placeName: z.string().nullable() }),
  /** When it was, or is to be, published. */
  publishedAt: InstantText,
  isPinned: z.boolean(),
  replyCount: z.number().int(),
  likeCount: z.number().int(),
  /** When its words were changed last; null: they stand as they were published. */
  editedAt: InstantText.nullable(),
}

/** A card of the feed. */
export const PostCard = z.object({ type: z.literal('post'), ...base })
export type PostCard = z.infer<typeof PostCard>

export const PostView = z.object({
  ...base,
  /** What was taken away shows its words to whoever keeps order and to nobody else. */
  removed: Removal.nullable(),
  /** Whom its words name. */
  mentions: z.array(MentionView),
  /** Whoever asks likes it. */
  isLiked: z.boolean(),
  /** An office said it, and whoever asks has not yet been counted among those who opened it: the screen that shows it says so. */
  countsSeen: z.boolean(),
  /** Whoever asks may read how many opened it. */
  mayReadSeen: z.boolean(),
  /** What whoever asks may do now. */
  may: z.array(z.enum(postActions)),
  version: z.number().int(),
})
export type PostView = z.infer<typeof PostView>

export const PostReplyView = z.object({
  postReplyId: Uuid,
  by: Voice,
  text: z.string(),
  mentions: z.array(MentionView),
  photos: z.array(PhotoView),
  at: InstantText,
  removed: Removal.nullable(),
  /** When its words were changed last; null: they stand as they were said. */
  editedAt: InstantText.nullable(),
  mayEdit: z.boolean(),
  mayRemove: z.boolean(),
  mayReport: z.boolean(),
})
export type PostReplyView = z.infer<typeof PostReplyView>

const read = ['unauthenticated', 'not-found', 'invalid-input'] as const
const written = [...read, 'not-permitted', 'idempotency-key-missing', 'idempotency-conflict'] as const
const Words = publishedText(1, postTextMaxCodePoints)
const PhotoIds = z.array(Uuid).max(maxPhotos).default([])
const Reason = publishedText(0, 200)

export const publishPost = endpoint({
  method: 'POST',
  path: inCommunity,
  summary:
    'Put something on a board: an announcement of a role, now or at a time that is said, or a word among neighbours',
  permission: 'post.write',
  params: CommunityParams,
  body: z.strictObject({
    boardId: Uuid,
    title: publishedText(1, postTitleMaxCodePoints).nullable().default(null),
    text: Words,
    mentions: MentionInputs,
    photoIds: PhotoIds,
    scope: z
      .strictObject({ kind: z.enum(scopeKinds), placeId: Uuid.nullable() })
      .default({ kind: 'community', placeId: null }),
    inOfficeName: z.boolean().default(false),
    /** A future instant; null: at once. */
    publishAt: InstantText.nullable().default(null),
  }),
  reply: PostView,
  problems: [...written, 'rule-refused'],
})

export const readPost = endpoint({
  method: 'GET',
  path: one,
  summary: 'One post; its replies come in pages',
  permission: 'community.view',
  params: PostParams,
  reply: PostView,
  problems: read,
})

export const listPostReplies = endpoint({
  method: 'GET',
  path: `${one}/replies`,
  summary: 'What was said below a post, oldest first',
  permission: 'community.view',
  params: PostParams,
  query: PageQuery,
  reply: pageOf(PostReplyView),
  problems: read,
})

export const replyToPost = endpoint({
  method: 'POST',
  path: `${one}/replies`,
  summary: 'Say something below a post',
  permission: 'post.write',
  params: PostParams,
  body: z.strictObject({
    text: Words,
    mentions: MentionInputs,
    photoIds: PhotoIds,
    inOfficeName: z.boolean().default(false),
  }),
  reply: PostReplyView,
  problems: [...written, 'transition-refused'],
})

export const likePost = endpoint({
  method: 'POST',
  path: `${one}/like`,
  summary: 'Like a post of somebody else, once, or take it back',
  permission: 'post.write',
  params: PostParams,
  body: z.strictObject({ isLiked: z.boolean() }),
  reply: PostView,
  problems: [...written, 'transition-refused'],
})

export const seePost = endpoint({
  method: 'POST',
  path: `${one}/seen`,
  summary: 'Say that a member opened what an office announced; counted once',
  permission: 'feed.visit',
  params: PostParams,
  body: z.strictObject({}),
  reply: Done,
  problems: [...written, 'transition-refused'],
})

const SeenIn = z.object({ members: z.number().int(), seen: z.number().int() })

export const readSeen = endpoint({
  method: 'GET',
  path: `${one}/seen`,
  summary:
    'How many members opened an announcement, by building, for its office and the committee; never who, and no part under five',
  permission: 'post.schedule',
  params: PostParams,
  reply: z.object({
    /** Null: it is for fewer than five members. */
    total: SeenIn.nullable(),
    /** Buildings, or the staircases of the one building it is for. */
    places: z.array(SeenIn.extend({ name: z.string() })),
    /** In buildings with fewer than five members, or in none. */
    others: SeenIn.nullable(),
  }),
  problems: [...read, 'not-permitted'],
})
export type SeenView = z.infer<(typeof readSeen)['reply']>

export const editPost = endpoint({
  method: 'POST',
  path: `${one}/edit`,
  summary: 'Change the words of an own post; what they were stays readable',
  permission: 'post.write',
  params: PostParams,
  body: z.strictObject({
    title: publishedText(1, postTitleMaxCodePoints).nullable().default(null),
    text: Words,
    /** The `editedAt` of the words that were read: what was changed meanwhile is not overwritten. */
    editedAt: InstantText.nullable(),
  }),
  reply: PostView,
  problems: [...written, 'transition-refused', 'rule-refused'],
})

/** What stood there until somebody changed it. */
export const PostEditView = z.object({ title: z.string().nullable(), text: z.string(), replacedAt: InstantText })
export type PostEditView = z.infer<typeof PostEditView>

export const listPostEdits = endpoint({
  method: 'GET',
  path: `${one}/edits`,
  summary: 'What a post said before its words were changed, newest first, for whoever may read it',
  permission: 'community.view',
  params: PostParams,
  query: PageQuery,
  reply: pageOf(PostEditView),
  problems: read,
})

export const editPostReply = endpoint({
  method: 'POST',
  path: `${one}/replies/:postReplyId/edit`,
  summary: 'Change own words below a post; what they were stays readable',
  permission: 'post.write',
  params: PostReplyParams,
  body: z.strictObject({
    text: Words,
    /** The `editedAt` of the words that were read: what was changed meanwhile is not overwritten. */
    editedAt: InstantText.nullable(),
  }),
  reply: PostReplyView,
  problems: [...written, 'transition-refused', 'rule-refused'],
})

export const listPostReplyEdits = endpoint({
  method: 'GET',
  path: `${one}/replies/:postReplyId/edits`,
  summary: 'What words below a post were before they were changed, newest first, for whoever may read them',
  permission: 'community.view',
  params: PostReplyParams,
  query: PageQuery,
  reply: pageOf(PostEditView),
  problems: read,
})

export const removePost = endpoint({
  method: 'POST',
  path: `${one}/remove`,
  summary: 'Take a post away: its author without, the committee with a reason; readers see that it was removed',
  permission: 'post.write',
  params: PostParams,
  body: z.strictObject({ reason: Reason }),
  reply: PostView,
  problems: [...written, 'transition-refused', 'rule-refused'],
})

export const removePostReply = endpoint({
  method: 'POST',
  path: `${one}/replies/:postReplyId/remove`,
  summary: 'Take a reply away: its author without, the committee with a reason',
  permission: 'post.write',
  params: PostReplyParams,
  body: z.strictObject({ reason: Reason }),
  reply: PostReplyView,
  problems: [...written, 'transition-refused', 'rule-refused'],
})

export const pinPost = endpoint({
  method: 'POST',
  path: `${one}/pin`,
  summary: 'Put a post above the others of its board, or take it down again',
  permission: 'post.moderate',
  params: PostParams,
  body: z.strictObject({ isPinned: z.boolean() }),
  reply: PostView,
  problems: [...written, 'transition-refused', 'rule-refused'],
})

export const cancelPost = endpoint({
  method: 'POST',
  path: `${one}/cancel`,
  summary: 'Call off a scheduled post before its time',
  permission: 'post.write',
  params: PostParams,
  body: z.strictObject({}),
  reply: PostView,
  problems: [...written, 'transition-refused'],
})

export const publishPostNow = endpoint({
  method: 'POST',
  path: `${one}/publish`,
  summary: 'Publish a scheduled post before its time',
  permission: 'post.write',
  params: PostParams,
  body: z.strictObject({}),
  reply: PostView,
  problems: [...written, 'transition-refused'],
})

export const listScheduledPosts = endpoint({
  method: 'GET',
  path: '/communities/:communityId/scheduled-posts',
  summary: 'What is to be published, soonest first: all of it for the committee, the own for every other role',
  permission: 'post.schedule',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(PostView),
  problems: [...read, 'not-permitted'],
})

export const listRemovedPosts = endpoint({
  method: 'GET',
  path: '/communities/:communityId/removed-posts',
  summary: 'What was taken away, with its words, for whoever keeps order',
  permission: 'post.moderate',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(PostView),
  problems: [...read, 'not-permitted'],
})
