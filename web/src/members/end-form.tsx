import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { memberWords } from '../messages/members.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { ChoiceList } from '../ui/form/choice-list.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { TextArea } from '../ui/form/text-area.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ActForm } from '../workbench/act-form.tsx'
import type { MemberActProps } from './member-act-dialog.tsx'
import { useMemberRefusal } from './use-member-refusal.ts'
import { useReasonAndDay } from './use-reason-and-day.ts'

type Cause = 'movedAway' | 'tenancyEnded'
const causes: readonly Cause[] = ['movedAway', 'tenancyEnded']

export const EndForm = ({ member, communityId, onClose, onDone }: MemberActProps) => {
  const words = useWords(memberWords)
  const { time } = useCoreWords()
  const now = useNow()
  const refusal = useMemberRefusal()
  const { shownName, membershipId } = member
  const [cause, choose] = useState<Cause | null>(null)
  const [missing, setMissing] = useState(false)
  const { send, isPending, error } = useMutation('endMembership', {
    onDone: (_, { body }) =>
      onDone(words.end.done(shownName, calendarDate(new Date(`${body.lastDayOn}T12:00:00+08:00`), now, time))),
  })
  const said = useReasonAndDay(error)
  const submit = () => {
    setMissing(cause === null)
    const { reason, lastDayOn } = said
    if (said.check() && cause !== null)
      void send({ params: { communityId, membershipId }, body: { cause, lastDayOn, reason } })
  }
  return (
    <ActForm confirm={words.end.confirm} busy={isPending} onSubmit={submit} onCancel={onClose}>
      <p>{words.end.text}</p>
      <div>
        <ChoiceList
          legend={words.end.cause}
          choices={causes.map((one) => ({ value: one, label: words.end.causes[one] }))}
          value={cause}
          onChange={choose}
        />
        {missing && cause === null && <FieldError>{words.end.causeMissing}</FieldError>}
      </div>
      <TextField
        label={words.end.day}
        hint={words.end.dayHint}
        type="date"
        icon="calendar"
        value={said.lastDayOn}
        onInput={said.chooseDay}
        error={said.dayError}
      />
      <TextArea
        label={words.reasonLabel}
        limit={300}
        value={said.reason}
        onInput={said.writeReason}
        error={said.reasonError}
      />
      {error !== undefined && !said.isToldAtField && <FieldError>{refusal(error)}</FieldError>}
    </ActForm>
  )
}
