import { useMutation } from '../../api/mutation.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { isSending, PhotoAdder } from '../../photos/photo-adder.tsx'
import { usePhotoUploads } from '../../photos/use-photo-uploads.ts'
import { useKeptWords } from '../../service-requests/kept-words.ts'
import { useSession } from '../../session/session.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { ActForm } from '../act-form.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

/** 追问: a question to the asker, with a photo of what is meant where words do not do. */
export const AskBack = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const words = acts.askBack
  const { hat } = useSession()
  const [draft, keep] = useKeptWords(`askBack.${hat?.hatId ?? ''}.${thread.serviceRequestId}`)
  const uploads = usePhotoUploads({
    communityId: thread.communityId,
    photoIds: draft.photoIds,
    onChange: (photoIds) => keep({ photoIds }),
  })
  const { send, isPending, error } = useMutation('askBackServiceRequest', {
    onDone: (reply) => {
      keep({ text: '', photoIds: [] })
      onDone('askBack', reply)
    },
  })
  const said = useSaid({ notStated: acts.notStated, failure: error, pointer: '/text', initial: draft.text })
  const submit = () => {
    if (!said.check() || isSending(uploads)) return
    void send({ params: addressOfThread(thread), body: { text: said.text, photoIds: [...uploads.photoIds] } })
  }
  return (
    <ActForm
      confirm={words.confirm}
      busy={isPending || isSending(uploads)}
      failure={said.error === undefined ? error : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TextArea
        label={words.label}
        hint={words.hint}
        value={said.text}
        onInput={(text) => {
          said.onInput(text)
          keep({ text })
        }}
        limit={said.limit}
        marks={said.marks}
        error={said.error}
      />
      <PhotoAdder uploads={uploads} />
    </ActForm>
  )
}
