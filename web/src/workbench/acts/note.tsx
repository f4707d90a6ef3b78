import { useMutation } from '../../api/mutation.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { TextArea } from '../../ui/form/text-area.tsx'
import { ActForm } from '../act-form.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

/** 便条: read by those who answer, never by the asker. */
export const Note = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const words = acts.note
  const { send, isPending, error } = useMutation('noteServiceRequest', { onDone: (reply) => onDone('note', reply) })
  const said = useSaid({ failure: error, pointer: '/text' })
  return (
    <ActForm
      confirm={words.confirm}
      busy={isPending}
      failure={said.error === undefined ? error : undefined}
      onSubmit={() => said.check() && void send({ params: addressOfThread(thread), body: { text: said.text } })}
      onCancel={onCancel}
    >
      <TextArea
        label={words.label}
        hint={words.hint}
        value={said.text}
        onInput={said.onInput}
        limit={said.limit}
        marks={said.marks}
        error={said.error}
      />
    </ActForm>
  )
}
