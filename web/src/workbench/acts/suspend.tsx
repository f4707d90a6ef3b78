import { addDays, dateOnIn } from '@shequtong/domain/time'
import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { ActForm } from '../act-form.tsx'
import { SaidArea } from '../said-area.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

/** What is offered first: parts are there in a week. */
const usualDays = 7

/** 暂停: why, and up to which day; the clock goes on by itself after it. */
export const Suspend = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const words = acts.suspend
  const [untilOn, setUntilOn] = useState<string>(() => addDays(dateOnIn(new Date()), usualDays))
  const [tried, setTried] = useState(false)
  const { send, isPending, error } = useMutation('suspendServiceRequest', {
    onDone: (reply) => onDone('suspend', reply),
  })
  const said = useSaid({ notStated: acts.notStated, failure: error, pointer: '/reason' })
  const noDay = untilOn === ''
  const submit = () => {
    setTried(true)
    if (!said.check() || noDay) return
    void send({ params: addressOfThread(thread), body: { reason: said.text, untilOn } })
  }
  return (
    <ActForm
      confirm={words.confirm}
      busy={isPending}
      failure={said.error === undefined ? error : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <SaidArea said={said} label={words.label} hint={words.hint} />
      <TextField
        type="date"
        label={words.until}
        hint={words.untilHint}
        value={untilOn}
        onInput={(next) => {
          setUntilOn(next)
          setTried(false)
        }}
        error={tried && noDay ? words.untilMissing : undefined}
      />
    </ActForm>
  )
}
