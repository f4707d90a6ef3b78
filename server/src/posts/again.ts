import type { PostReplyView, PostView } from '@shequtong/contract/posts'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { hatOf, replyOf, toRead } from './access.ts'
import { postView, replyView } from './view.ts'

interface Asked {
  readonly db: Db
  readonly actor: Actor
  readonly place: CommunityPlace
}

/** A post as it stands now, to whoever may see it now. */
export const shownPost = async ({ db, actor, place }: Asked, postId: string): Promise<PostView> =>
  postView(await toRead(db, actor, place.communityId, postId), actor, hatOf(actor))

export const postAgain = {
  about: ({ postId }: PostView): string => postId,
  again: shownPost,
}

/** A reply is seen by whoever sees the post above it. */
export const replyAgain = {
  about: ({ postReplyId }: PostReplyView): string => postReplyId,
  again: async (
    call: Asked & { readonly input: { readonly params: { readonly postId: string } } },
    postReplyId: string,
  ): Promise<PostReplyView> => {
    const post = await toRead(call.db, call.actor, call.place.communityId, call.input.params.postId)
    const row = await replyOf(call.db, call.place.communityId, post.postId, postReplyId)
    return replyView(post, row, call.actor, hatOf(call.actor))
  },
}
