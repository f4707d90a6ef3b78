import { useMutation } from '../api/mutation.ts'
import { memberWords } from '../messages/members.ts'
import { useWords } from '../messages/use-words.ts'
import { FieldError } from '../ui/form/hint.tsx'
import { TextArea } from '../ui/form/text-area.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { ActForm } from '../workbench/act-form.tsx'
import type { MemberActProps } from './member-act-dialog.tsx'
import { useMemberRefusal } from './use-member-refusal.ts'
import { useReasonAndDay } from './use-reason-and-day.ts'

export const SuspendForm = ({ member, communityId, onClose, onDone }: MemberActProps) => {
  const words = useWords(memberWords)
  const refusal = useMemberRefusal()
  const { shownName, membershipId } = member
  const { send, isPending, error } = useMutation('suspendMembership', {
    onDone: () => onDone(words.suspend.done(shownName)),
  })
  const said = useReasonAndDay(error)
  const submit = () => {
    const { reason, lastDayOn } = said
    if (said.check()) void send({ params: { communityId, membershipId }, body: { reason, lastDayOn } })
  }
  return (
    <ActForm confirm={words.suspend.confirm} busy={isPending} onSubmit={submit} onCancel={onClose}>
      <p>{words.suspend.text}</p>
      <TextArea
        label={words.reasonLabel}
        hint={words.reasonHint}
        limit={300}
        value={said.reason}
        onInput={said.writeReason}
        error={said.reasonError}
      />
      <TextField
        label={words.suspend.day}
        hint={words.suspend.dayHint(member.suspensionDaysLeft)}
        type="date"
        icon="calendar"
        value={said.lastDayOn}
        onInput={said.chooseDay}
        error={said.dayError}
      />
      {error !== undefined && !said.isToldAtField && <FieldError>{refusal(error)}</FieldError>}
    </ActForm>
  )
}
