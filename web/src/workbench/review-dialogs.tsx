import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import type { Failure } from '../api/query.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { TextArea } from '../ui/form/text-area.tsx'
import { ActForm } from './act-form.tsx'
import { fieldFaultOf } from './use-refusal.ts'
import { faultIn } from './word-fault.ts'

export interface ReviewFormProps {
  readonly communityId: number
  readonly registrationId: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

interface ShortWordsProps {
  readonly label: string
  readonly hint?: string
  readonly confirm: string
  readonly tooShort: string
  readonly maxCodePoints: number
  readonly pointer: string
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly onSend: (text: string) => void
  readonly onCancel: () => void
}

const minCodePoints = 4

/** A sentence of four characters at least that says something, as is asked of a reason or a question here. */
export const ShortWords = (props: ShortWordsProps) => {
  const { label, hint, confirm, tooShort, maxCodePoints, pointer, busy, failure, onSend, onCancel } = props
  const { answer: words } = useWords(workbenchWords)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const found = faultIn(text, maxCodePoints, minCodePoints)
  const hollow = found === undefined && !isStatedReason(text)
  const fault = found?.fault ?? (hollow ? 'hollow' : fieldFaultOf(failure, pointer))
  const sentences = { ...words, empty: tooShort, hollow: tooShort }
  const error = tried && fault !== undefined ? sentences[fault] : undefined
  return (
    <ActForm
      confirm={confirm}
      busy={busy}
      failure={error === undefined ? failure : undefined}
      onSubmit={() => {
        setTried(true)
        if (found === undefined && !hollow) onSend(text)
      }}
      onCancel={onCancel}
    >
      <TextArea
        label={label}
        {...(hint === undefined ? {} : { hint })}
        value={text}
        onInput={(next) => {
          setText(next)
          setTried(false)
        }}
        limit={maxCodePoints}
        marks={found?.at ?? []}
        error={error}
      />
    </ActForm>
  )
}

export const RefuseForm = ({ communityId, registrationId, onDone, onCancel }: ReviewFormProps) => {
  const { review: words } = useWords(workbenchWords)
  const { send, isPending, error } = useMutation('refuseRegistration', { onDone })
  return (
    <ShortWords
      label={words.refuseLabel}
      hint={words.refuseHint}
      confirm={words.refuseConfirm}
      tooShort={words.short}
      maxCodePoints={300}
      pointer="/reason"
      busy={isPending}
      failure={error}
      onSend={(reason) => void send({ params: { communityId, registrationId }, body: { reason } })}
      onCancel={onCancel}
    />
  )
}

export const AskForm = ({ communityId, registrationId, onDone, onCancel }: ReviewFormProps) => {
  const { review: words } = useWords(workbenchWords)
  const { send, isPending, error } = useMutation('askBackRegistration', { onDone })
  return (
    <ShortWords
      label={words.askLabel}
      hint={words.askHint}
      confirm={words.askConfirm}
      tooShort={words.short}
      maxCodePoints={300}
      pointer="/question"
      busy={isPending}
      failure={error}
      onSend={(question) => void send({ params: { communityId, registrationId }, body: { question } })}
      onCancel={onCancel}
    />
  )
}
