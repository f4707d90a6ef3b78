import type { PostView } from '@shequtong/contract/posts'
import { invalidate, keyOf, queryClient } from '../api/query-client.ts'

/** After a write: the post as the server gave it back, and the lists that show it are read anew. */
export const keepPost = (post: PostView): void => {
  const { communityId, postId } = post
  queryClient.setQueryData(keyOf('readPost', { params: { communityId, postId } }, 'one'), post)
  for (const list of ['listFeed', 'listBoardFeed', 'listPinned'] as const) void invalidate(list, { communityId })
}
