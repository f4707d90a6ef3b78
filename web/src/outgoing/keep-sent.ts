import { invalidate } from '../api/query-client.ts'
import { keepPost } from '../posts/keep-post.ts'
import { keepThread } from '../service-requests/keep-thread.ts'
import type { Sent } from './outgoing.ts'

/** After words went out by themselves: what shows them is as the server gave it back, or read anew. */
export const keepSent = (sent: Sent): void => {
  if (sent.name === 'publishPost') keepPost(sent.reply)
  else if (sent.name === 'replyToPost') {
    const { params } = sent.item.input
    const at = { communityId: Number(params.communityId), postId: params.postId }
    void invalidate('listPostReplies', at)
    void invalidate('readPost', at)
  } else keepThread(sent.reply)
}
