import { useMutation } from '../../api/mutation.ts'
import type { Failure } from '../../api/query.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { ActForm } from '../act-form.tsx'
import { SaidArea } from '../said-area.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

interface OneSentenceProps {
  readonly words: { readonly label: string; readonly hint: string; readonly confirm: string }
  readonly notStated?: string
  readonly pointer: string
  readonly isPending: boolean
  readonly error: Failure | undefined
  readonly onSend: (text: string) => void
  readonly onCancel: () => void
}

const OneSentence = ({ words, notStated, pointer, isPending, error, onSend, onCancel }: OneSentenceProps) => {
  const said = useSaid({ ...(notStated === undefined ? {} : { notStated }), failure: error, pointer })
  return (
    <ActForm
      confirm={words.confirm}
      busy={isPending}
      failure={said.error === undefined ? error : undefined}
      onSubmit={() => said.check() && onSend(said.text)}
      onCancel={onCancel}
    >
      <SaidArea said={said} label={words.label} hint={words.hint} />
    </ActForm>
  )
}

export const AskBack = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const { send, isPending, error } = useMutation('askBackServiceRequest', {
    onDone: (reply) => onDone('askBack', reply),
  })
  const ask = (text: string) => void send({ params: addressOfThread(thread), body: { text } })
  return (
    <OneSentence
      words={acts.askBack}
      notStated={acts.notStated}
      pointer="/text"
      {...{ isPending, error, onCancel }}
      onSend={ask}
    />
  )
}

export const Note = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const { send, isPending, error } = useMutation('noteServiceRequest', { onDone: (reply) => onDone('note', reply) })
  const note = (text: string) => void send({ params: addressOfThread(thread), body: { text } })
  return <OneSentence words={acts.note} pointer="/text" {...{ isPending, error, onCancel }} onSend={note} />
}
