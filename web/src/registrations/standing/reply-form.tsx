import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { invalidate } from '../../api/query-client.ts'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { useSession } from '../../session/session.tsx'
import { useFailure } from '../../session/use-failure.ts'
import { Button } from '../../ui/action/button.tsx'
import { VoiceInput } from '../../ui/action/voice-input.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { ErrorState } from '../../ui/state/error-state.tsx'

export interface ReplyFormProps {
  readonly registrationId: string
  readonly label: string
  readonly hint: string
  readonly send: string
}

const draftKey = (registrationId: string): string => `shequtong.reply.${registrationId}`

/** An answer to the committee; the registration is handed in again with it. */
export const ReplyForm = ({ registrationId, label, hint, send }: ReplyFormProps) => {
  const words = useWords(registrationWords)
  const inWords = useFailure()
  const { refresh } = useSession()
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey(registrationId)) ?? '')
  const [empty, setEmpty] = useState(false)
  const reply = useMutation('replyToAskBack')
  const type = (typed: string) => {
    setText(typed)
    setEmpty(false)
    sessionStorage.setItem(draftKey(registrationId), typed)
  }
  const submit = async () => {
    if (text.trim() === '') return setEmpty(true)
    const done = await reply.send({ params: { registrationId }, body: { text: text.trim() } })
    if (done === undefined) return
    sessionStorage.removeItem(draftKey(registrationId))
    await Promise.all([invalidate('listMyRegistrations'), refresh()])
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        label={label}
        hint={hint}
        limit={300}
        value={text}
        onInput={type}
        {...(empty ? { error: words.answerNeeded } : {})}
      />
      <VoiceInput onHeard={type} wide />
      {reply.error !== undefined && <ErrorState title={inWords(reply.error).title} safe={inWords(reply.error).safe} />}
      <Button look="do" size="big" wide type="submit" busy={reply.isPending}>
        {send}
      </Button>
    </form>
  )
}
