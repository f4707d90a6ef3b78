import type { Handlers } from '../http/call.ts'
import { hatOf, toRead } from './access.ts'
import { pin } from './commands/pin.ts'
import { publish } from './commands/publish.ts'
import { remove, removeReply } from './commands/remove.ts'
import { reply } from './commands/reply.ts'
import { cancel, publishNow } from './commands/schedule.ts'
import { removedPosts, repliesOf, scheduledPosts } from './queries.ts'
import { postView } from './view.ts'

export const postRoutes: Handlers<
  | 'publishPost'
  | 'readPost'
  | 'listPostReplies'
  | 'replyToPost'
  | 'removePost'
  | 'removePostReply'
  | 'pinPost'
  | 'cancelPost'
  | 'publishPostNow'
  | 'listScheduledPosts'
  | 'listRemovedPosts'
> = {
  publishPost: publish,
  readPost: async ({ db, actor, place, input }) =>
    postView(await toRead(db, actor, place.communityId, input.params.postId), actor, hatOf(actor)),
  listPostReplies: ({ db, actor, place, input }) =>
    repliesOf(db, actor, place.communityId, input.params.postId, input.query.cursor),
  replyToPost: reply,
  removePost: remove,
  removePostReply: removeReply,
  pinPost: pin,
  cancelPost: cancel,
  publishPostNow: publishNow,
  listScheduledPosts: ({ db, actor, place, input }) => scheduledPosts(db, actor, place.communityId, input.query.cursor),
  listRemovedPosts: ({ db, actor, place, input }) => removedPosts(db, actor, place.communityId, input.query.cursor),
}
