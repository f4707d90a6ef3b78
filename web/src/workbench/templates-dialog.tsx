import type { AnswerTemplate } from '@shequtong/contract/answer-templates'
import { keepTemplate, templateMaxCodePoints } from '@shequtong/domain/answer-templates/answer-templates'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { keyOf, queryClient } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { answerTemplateWords } from '../messages/answer-templates.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { TextArea } from '../ui/form/text-area.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { useRefusal } from './use-refusal.ts'

interface TemplatesProps {
  readonly communityId: number
  readonly onClose: () => void
  readonly onPick: (text: string) => void
}

/** Null: a new one. */
type Wording = AnswerTemplate | null

interface FormProps {
  readonly communityId: number
  readonly wording: Wording
  readonly beside: number
  readonly onDone: () => void
}

const keepList = (communityId: number) => (reply: Reply<'listAnswerTemplates'>) =>
  queryClient.setQueryData(keyOf('listAnswerTemplates', { params: { communityId } }, 'one'), reply)

const blank = '____'

const WordingForm = ({ communityId, wording, beside, onDone }: FormProps) => {
  const words = useWords(answerTemplateWords)
  const refusalOf = useRefusal()
  const [text, setText] = useState(wording?.text ?? '')
  const [tried, setTried] = useState(false)
  const onKept = { onDone: keepList(communityId) }
  const add = useMutation('addAnswerTemplate', onKept)
  const change = useMutation('changeAnswerTemplate', onKept)
  const failure = add.error ?? change.error
  const checked = keepTemplate(text, beside)
  const code = checked.ok ? undefined : checked.violation.code
  const refused = failure instanceof ProblemError && failure.code === 'too-many-templates'
  const fault =
    code === 'too-many-templates' || refused ? words.tooMany : code === undefined ? undefined : words.noBlank
  const save = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!checked.ok) return
    const reply =
      wording === null
        ? await add.send({ params: { communityId }, body: { text } })
        : await change.send({
            params: { communityId, answerTemplateId: wording.answerTemplateId },
            body: { text },
          })
    if (reply !== undefined) onDone()
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void save(event)}>
      <TextArea
        label={words.label}
        hint={words.hint}
        rows={3}
        limit={templateMaxCodePoints}
        marks={[]}
        value={text}
        onInput={(next) => {
          setTried(false)
          setText(next)
        }}
        {...(tried && fault !== undefined ? { error: fault } : {})}
      />
      <div class="line">
        <Button look="do" type="submit" busy={add.isPending || change.isPending}>
          {words.save}
        </Button>
        <Button onClick={() => setText(text + blank)}>{words.insertBlank}</Button>
        <Button look="quiet" onClick={onDone}>
          {words.leave}
        </Button>
      </div>
      {failure !== undefined && !refused && <FieldError>{refusalOf(failure)}</FieldError>}
    </form>
  )
}

const Templates = ({ communityId, onClose, onPick }: TemplatesProps) => {
  const words = useWords(answerTemplateWords)
  const refusalOf = useRefusal()
  const { data, error, refetch } = useQuery('listAnswerTemplates', { params: { communityId } })
  const [wording, word] = useState<Wording | undefined>(undefined)
  const remove = useMutation('removeAnswerTemplate', { onDone: keepList(communityId) })
  const items = data?.items ?? []
  if (wording !== undefined)
    return (
      <WordingForm
        communityId={communityId}
        wording={wording}
        beside={items.filter((one) => one.answerTemplateId !== wording?.answerTemplateId).length}
        onDone={() => word(undefined)}
      />
    )
  if (data === undefined)
    return error === null ? <SkeletonRows /> : <LoadFailed error={error} again={() => void refetch()} inline />
  return (
    <div class="stack">
      <p class="small soft">{items.length === 0 ? words.none : words.note}</p>
      <ul class="stack">
        {items.map((one) => {
          const { answerTemplateId, text } = one
          return (
            <li key={answerTemplateId} class="stack stack--tight">
              <Button
                wide
                onClick={() => {
                  onPick(text)
                  onClose()
                }}
              >
                {text}
              </Button>
              <div class="line">
                <Button look="quiet" size="small" label={`${words.change}：${text}`} onClick={() => word(one)}>
                  {words.change}
                </Button>
                <Button
                  look="quiet"
                  size="small"
                  label={`${words.remove}：${text}`}
                  onClick={() => void remove.send({ params: { communityId, answerTemplateId }, body: {} })}
                >
                  {words.remove}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {remove.error !== undefined && <FieldError>{refusalOf(remove.error)}</FieldError>}
      <Button wide icon="plus" onClick={() => word(null)}>
        {words.add}
      </Button>
    </div>
  )
}

/** The prepared answers of the desk: put into the box to be filled in, added, worded anew, taken away. */
export const TemplatesDialog = ({ open, ...props }: TemplatesProps & { readonly open: boolean }) => {
  const words = useWords(answerTemplateWords)
  return (
    <Dialog open={open} title={words.title} onClose={props.onClose}>
      {open && <Templates {...props} />}
    </Dialog>
  )
}
