import * as z from 'zod'
import { BoardParams } from './boards.ts'
import { endpoint } from './endpoint.ts'
import { PostCard } from './posts.ts'
import { ServiceRequestCard } from './service-requests.ts'
import { CommunityParams, InstantText, PageQuery, pageOf } from './values.ts'

/** A card of a feed: something with a clock, or a post without one. */
export const FeedItem = z.discriminatedUnion('type', [ServiceRequestCard, PostCard])
export type FeedItem = z.infer<typeof FeedItem>

export const listFeed = endpoint({
  method: 'GET',
  path: '/communities/:communityId/feed',
  summary: 'What neighbours and offices said, newest first, by keyset; scoped posts reach whoever lives there',
  permission: 'community.view',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(FeedItem),
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})

export const listBoardFeed = endpoint({
  method: 'GET',
  path: '/communities/:communityId/boards/:boardId/feed',
  summary: 'The same of one board',
  permission: 'community.view',
  params: BoardParams,
  query: PageQuery,
  reply: pageOf(FeedItem),
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})

export const listPinned = endpoint({
  method: 'GET',
  path: '/communities/:communityId/boards/:boardId/pinned',
  summary: 'What stands above everything else on one board',
  permission: 'community.view',
  params: BoardParams,
  reply: z.object({ posts: z.array(PostCard) }),
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})

export const visitFeed = endpoint({
  method: 'POST',
  path: '/communities/:communityId/feed/visits',
  summary: 'I am here; tells since when things are new to me',
  permission: 'feed.visit',
  params: CommunityParams,
  body: z.strictObject({}),
  /** When the visit before this one ended; null: this is the first. */
  reply: z.object({ newSince: InstantText.nullable() }),
  problems: [
    'unauthenticated',
    'not-found',
    'not-permitted',
    'invalid-input',
    'idempotency-key-missing',
    'idempotency-conflict',
  ],
})
