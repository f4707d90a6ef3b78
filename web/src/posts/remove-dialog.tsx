import type { PostReplyView, PostView } from '@shequtong/contract/posts'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import { postWords } from '../messages/posts.ts'
import { useWords } from '../messages/use-words.ts'
import { SayDialog } from '../service-requests/say-dialog.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { keepPost } from './keep-post.ts'
import { usePostRefusal } from './use-post.ts'

interface RemoveProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The author needs no reason; the committee states one, which the author reads. */
  readonly isOwn: boolean
  /** Under which name a half-written reason is kept. */
  readonly keep: string
  readonly busy: boolean
  readonly refusal: string | undefined
  /** True when it was taken. */
  readonly onRemove: (reason: string) => Promise<boolean>
}

const RemoveDialog = ({ open, onClose, isOwn, keep, busy, refusal, onRemove }: RemoveProps) => {
  const { removal } = useWords(postWords)
  if (!isOwn)
    return (
      <SayDialog
        open={open}
        onClose={onClose}
        title={removal.title}
        label={removal.reasonLabel}
        hint={removal.reasonHint}
        action={removal.do}
        keep={keep}
        refusal={refusal}
        busy={busy}
        onSay={onRemove}
      />
    )
  const remove = async () => {
    if (await onRemove('')) onClose()
  }
  return (
    <Dialog
      open={open}
      title={removal.title}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {removal.keep}
          </Button>
          <Button look="do" size="big" busy={busy} onClick={() => void remove()}>
            {removal.do}
          </Button>
        </>
      }
    >
      <p>{removal.ownText}</p>
      {refusal !== undefined && <FieldError>{refusal}</FieldError>}
    </Dialog>
  )
}

interface RemovePostProps {
  readonly post: PostView
  readonly open: boolean
  readonly onClose: () => void
}

export const RemovePost = ({ post, open, onClose }: RemovePostProps) => {
  const refusalOf = usePostRefusal()
  const { communityId, postId } = post
  const { send, isPending, error } = useMutation('removePost', { onDone: keepPost })
  return (
    <RemoveDialog
      open={open}
      onClose={onClose}
      isOwn={post.by.you}
      keep={`remove.${postId}`}
      busy={isPending}
      refusal={refusalOf(error)}
      onRemove={async (reason) => (await send({ params: { communityId, postId }, body: { reason } })) !== undefined}
    />
  )
}

interface RemoveReplyProps {
  readonly post: PostView
  /** Undefined: none is being removed. */
  readonly reply: PostReplyView | undefined
  readonly onClose: () => void
}

export const RemoveReply = ({ post, reply, onClose }: RemoveReplyProps) => {
  const refusalOf = usePostRefusal()
  const { communityId, postId } = post
  const { send, isPending, error } = useMutation('removePostReply', {
    onDone: () => {
      void invalidate('listPostReplies', { communityId, postId })
      void invalidate('readPost', { communityId, postId })
    },
  })
  const postReplyId = reply?.postReplyId ?? ''
  return (
    <RemoveDialog
      open={reply !== undefined}
      onClose={onClose}
      isOwn={reply?.by.you ?? true}
      keep={`remove.${postReplyId}`}
      busy={isPending}
      refusal={refusalOf(error)}
      onRemove={async (reason) =>
        (await send({ params: { communityId, postId, postReplyId }, body: { reason } })) !== undefined
      }
    />
  )
}
