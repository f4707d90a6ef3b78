import { type ReportReason, reportReasons } from '@shequtong/domain/posts/report'
import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import { useId, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { postWords } from '../messages/posts.ts'
import { useWords } from '../messages/use-words.ts'
import { useKeptWords } from '../service-requests/kept-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { ChoiceList } from '../ui/form/choice-list.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { SaidArea } from '../workbench/said-area.tsx'
import { useSaid } from '../workbench/use-said.ts'
import { type PostAddress, usePostRefusal } from './use-post.ts'

interface ReportProps {
  readonly post: PostAddress
  /** Null: the post itself. */
  readonly postReplyId: string | null
  readonly onClose: () => void
}

const ReportForm = ({ post: { communityId, postId }, postReplyId, onClose }: ReportProps) => {
  const { report: words } = useWords(postWords)
  const refusalOf = usePostRefusal()
  const form = useId()
  const { hat } = useSession()
  const [kept, keep] = useKeptWords(`report.${hat?.hatId ?? ''}.${postReplyId ?? postId}`)
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [tried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const { send, isPending, error } = useMutation('reportPost', {})
  const said = useSaid({ failure: error, pointer: '/words', initial: kept.text })
  const isUnsaid = reason === 'other' && !isStatedReason(said.text)
  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || isUnsaid || (said.text !== '' && !said.check())) return
    const body = { postReplyId, reason, words: said.text }
    if ((await send({ params: { communityId, postId }, body })) === undefined) return
    keep({ text: '' })
    setDone(true)
  }
  if (isDone)
    return (
      <Dialog
        open
        title={words.doneTitle}
        onClose={onClose}
        actions={
          <Button size="big" onClick={onClose}>
            {words.close}
          </Button>
        }
      >
        <p role="status">{words.doneText}</p>
      </Dialog>
    )
  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {words.leave}
          </Button>
          <Button look="do" size="big" type="submit" form={form} busy={isPending}>
            {words.send}
          </Button>
        </>
      }
    >
      <form id={form} class="stack" noValidate onSubmit={(event) => void submit(event)}>
        <p class="small soft">{words.secret}</p>
        <ChoiceList
          legend={words.legend}
          choices={reportReasons.map((value) => ({ value, label: words.reason[value] }))}
          value={reason}
          onChange={setReason}
        />
        {tried && reason === null && <FieldError>{words.noReason}</FieldError>}
        <SaidArea
          said={said}
          label={words.label}
          rows={2}
          optional={reason !== 'other'}
          onText={(text) => keep({ text })}
        />
        {tried && isUnsaid && <FieldError>{words.unsaid}</FieldError>}
        {error !== undefined && said.error === undefined && <FieldError>{refusalOf(error)}</FieldError>}
      </form>
    </Dialog>
  )
}

/** Tells the committee that words should not stand there. */
export const ReportWords = ({ open, ...props }: ReportProps & { readonly open: boolean }) =>
  open ? <ReportForm {...props} /> : null
