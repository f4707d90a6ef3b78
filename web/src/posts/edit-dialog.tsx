import type { PostView } from '@shequtong/contract/posts'
import { postTitleMaxCodePoints } from '@shequtong/domain/posts/post'
import { useId, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { invalidate } from '../api/query-client.ts'
import { postWords } from '../messages/posts.ts'
import { publishWords } from '../messages/publish.ts'
import { useWords } from '../messages/use-words.ts'
import { useKeptWords } from '../service-requests/kept-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { SaidArea } from '../workbench/said-area.tsx'
import { useSaid } from '../workbench/use-said.ts'
import { keepPost } from './keep-post.ts'
import { usePostRefusal } from './use-post.ts'

interface EditProps {
  readonly post: PostView
  readonly onClose: () => void
}

/** Mounted anew each time it opens, with the words as they stand, or as they were half changed on this device. */
const EditForm = ({ post, onClose }: EditProps) => {
  const { edit } = useWords(postWords)
  const { titleMissing, titleRefused, title: titleLabel } = useWords(publishWords)
  const refusalOf = usePostRefusal()
  const form = useId()
  const { communityId, postId, editedAt } = post
  const { hat } = useSession()
  const name = `edit.${hat?.hatId ?? ''}.${postId}`
  const [kept, keep] = useKeptWords(name)
  const [keptTitle, keepTitle] = useKeptWords(`${name}.title`)
  const [title, setTitle] = useState(keptTitle.text === '' ? (post.title ?? '') : keptTitle.text)
  const [tried, setTried] = useState(false)
  const { send, isPending, error } = useMutation('editPost', {
    onDone: (changed) => {
      keepPost(changed)
      void invalidate('listPostEdits', { communityId, postId })
    },
  })
  const said = useSaid({ failure: error, pointer: '/text', initial: kept.text === '' ? post.text : kept.text })
  const byRole = post.by.role !== null
  const isOfTitle = error instanceof ProblemError && error.errors.some(({ pointer }) => pointer === '/title')
  const titleError = tried && byRole && title.trim() === '' ? titleMissing : isOfTitle ? titleRefused : undefined
  const forget = () => {
    keep({ text: '' })
    keepTitle({ text: '' })
  }
  const save = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!said.check() || (byRole && title.trim() === '')) return
    const body = { title: title.trim() === '' ? null : title.trim(), text: said.text, editedAt }
    if ((await send({ params: { communityId, postId }, body })) === undefined) {
      // what stands there now, so that a change made elsewhere is seen behind the one that was typed
      void invalidate('readPost', { communityId, postId })
      return
    }
    forget()
    onClose()
  }
  const leave = () => {
    forget()
    onClose()
  }
  return (
    <Dialog
      open
      title={edit.title}
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
        {(byRole || post.title !== null) && (
          <TextField
            label={titleLabel}
            maxLength={postTitleMaxCodePoints}
            value={title}
            onInput={(text) => {
              setTitle(text)
              keepTitle({ text })
            }}
            {...(titleError === undefined ? {} : { error: titleError })}
          />
        )}
        <SaidArea said={said} label={edit.label} hint={edit.hint} rows={5} onText={(text) => keep({ text })} />
        {error !== undefined && !isOfTitle && said.error === undefined && <FieldError>{refusalOf(error)}</FieldError>}
      </form>
    </Dialog>
  )
}

/** Changes the words of an own post. */
export const EditPost = ({ open, ...props }: EditProps & { readonly open: boolean }) =>
  open ? <EditForm {...props} /> : null
