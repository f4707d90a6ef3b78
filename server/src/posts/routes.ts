import { type Handlers, madeAnew } from '../http/call.ts'
import { postAgain, replyAgain, shownPost } from './again.ts'
import { edit, editBelow } from './commands/edit.ts'
import { like } from './commands/like.ts'
import { pin } from './commands/pin.ts'
import { publish } from './commands/publish.ts'
import { readOwnMention } from './commands/read-mention.ts'
import { remove, removeReply } from './commands/remove.ts'
import { reply } from './commands/reply.ts'
import { keep, report } from './commands/report.ts'
import { cancel, publishNow } from './commands/schedule.ts'
import { mentionable, waitingMentions } from './mentionable.ts'
import { editsOf, removedPosts, repliesOf, scheduledPosts } from './queries.ts'
import { reportedIn } from './reports.ts'
import { see, seenBy } from './seen.ts'

export const postRoutes: Handlers<
  | 'publishPost'
  | 'readPost'
  | 'listPostReplies'
  | 'replyToPost'
  | 'likePost'
  | 'editPost'
  | 'seePost'
  | 'readSeen'
  | 'listPostEdits'
  | 'editPostReply'
  | 'listPostReplyEdits'
  | 'removePost'
  | 'reportPost'
  | 'keepReported'
  | 'listReported'
  | 'removePostReply'
  | 'pinPost'
  | 'cancelPost'
  | 'publishPostNow'
  | 'listScheduledPosts'
  | 'listRemovedPosts'
  | 'listMentionable'
  | 'listWaitingMentions'
  | 'readMention'
> = {
  publishPost: madeAnew(publish, postAgain),
  readPost: (call) => shownPost(call, call.input.params.postId),
  listPostReplies: ({ db, actor, place, input }) =>
    repliesOf(db, actor, place.communityId, input.params.postId, input.query.cursor),
  replyToPost: madeAnew(reply, replyAgain),
  likePost: madeAnew(like, postAgain),
  editPost: madeAnew(edit, postAgain),
  seePost: see,
  readSeen: seenBy,
  listPostEdits: ({ db, actor, place, input }) =>
    editsOf(db, actor, place.communityId, input.params.postId, input.query.cursor),
  editPostReply: madeAnew(editBelow, replyAgain),
  listPostReplyEdits: ({ db, actor, place, input }) =>
    editsOf(db, actor, place.communityId, input.params.postId, input.query.cursor, input.params.postReplyId),
  reportPost: report,
  keepReported: keep,
  listReported: ({ db, actor, place, input }) => reportedIn(db, actor, place.communityId, input.query.cursor),
  removePost: madeAnew(remove, postAgain),
  removePostReply: madeAnew(removeReply, replyAgain),
  pinPost: madeAnew(pin, postAgain),
  cancelPost: madeAnew(cancel, postAgain),
  publishPostNow: madeAnew(publishNow, postAgain),
  listScheduledPosts: ({ db, actor, place, input }) => scheduledPosts(db, actor, place.communityId, input.query.cursor),
  listRemovedPosts: ({ db, actor, place, input }) => removedPosts(db, actor, place.communityId, input.query.cursor),
  listMentionable: mentionable,
  listWaitingMentions: waitingMentions,
  readMention: readOwnMention,
}
