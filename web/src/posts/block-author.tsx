import type { PostView } from '@shequtong/contract/posts'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import { BlockQuestion } from '../service-requests/block-question.tsx'
import type { Heard } from '../service-requests/neighbours-among.ts'
import { usePostRefusal } from './use-post.ts'

interface BlockAuthorProps {
  readonly post: PostView
  readonly heard: Heard | undefined
  readonly onClose: () => void
}

/** Whose post it is leads home, for it is gone from here. */
export const BlockAuthor = ({ post, heard, onClose }: BlockAuthorProps) => {
  const { route } = useLocation()
  const refusalOf = usePostRefusal()
  const { send, isPending, error } = useMutation('blockPostAuthor')
  const { communityId, postId } = post
  const block = async () => {
    if (heard === undefined) return
    const { partId: postReplyId } = heard
    if ((await send({ params: { communityId, postId }, body: { postReplyId } })) === undefined) return
    onClose()
    for (const list of ['listFeed', 'listBoardFeed', 'listPinned', 'listBlocks'] as const) void invalidate(list)
    if (postReplyId === null) route('/home', true)
    else void invalidate('listPostReplies', { communityId, postId })
  }
  return (
    <BlockQuestion
      shownName={heard?.shownName}
      busy={isPending}
      refusal={refusalOf(error)}
      onBlock={() => void block()}
      onClose={onClose}
    />
  )
}
