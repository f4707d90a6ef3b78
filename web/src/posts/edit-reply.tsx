import type { PostReplyView, PostView } from '@shequtong/contract/posts'
import { useId } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import { postWords } from '../messages/posts.ts'
import { useWords } from '../messages/use-words.ts'
import { useKeptWords } from '../service-requests/kept-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { SaidArea } from '../workbench/said-area.tsx'
import { useSaid } from '../workbench/use-said.ts'
import { usePostRefusal } from './use-post.ts'

interface FormProps {
  readonly post: PostView
  readonly reply: PostReplyView
  readonly onClose: () => void
}

/** Mounted anew each time it opens, with the words as they stand, or as they were half changed on this device. */
const Form = ({ post, reply, onClose }: FormProps) => {
  const { edit } = useWords(postWords)
  const refusalOf = usePostRefusal()
  const form = useId()
  const { communityId, postId } = post
  const { postReplyId, editedAt } = reply
  const { hat } = useSession()
  const [kept, keep] = useKeptWords(`edit.${hat?.hatId ?? ''}.${postReplyId}`)
  const { send, isPending, error } = useMutation('editPostReply', {
    onDone: () => void invalidate('listPostReplyEdits', { communityId, postId, postReplyId }),
  })
  const said = useSaid({ failure: error, pointer: '/text', initial: kept.text === '' ? reply.text : kept.text })
  const save = async (event: Event) => {
    event.preventDefault()
    if (!said.check()) return
    const done = await send({ params: { communityId, postId, postReplyId }, body: { text: said.text, editedAt } })
    // also where it was refused: what was changed elsewhere is seen behind what was typed
    void invalidate('listPostReplies', { communityId, postId })
    if (done !== undefined) leave()
  }
  const leave = () => {
    keep({ text: '' })
    onClose()
  }
  return (
    <Dialog
      open
      title={edit.replyTitle}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={leave}>
            {edit.leave}
          </Button>
          <Button look="do" size="big" type="submit" form={form} busy={isPending}>
            {edit.save}
          </Button>
        </>
      }
    >
      <form id={form} class="stack" noValidate onSubmit={(event) => void save(event)}>
        <SaidArea said={said} label={edit.label} hint={edit.hint} rows={3} onText={(text) => keep({ text })} />
        {error !== undefined && said.error === undefined && <FieldError>{refusalOf(error)}</FieldError>}
      </form>
    </Dialog>
  )
}

/** Changes own words below a post; undefined: none is being changed. */
export const EditReply = ({
  reply,
  ...props
}: Omit<FormProps, 'reply'> & { readonly reply: PostReplyView | undefined }) =>
  reply === undefined ? null : <Form key={reply.postReplyId} reply={reply} {...props} />
