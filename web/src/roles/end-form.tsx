import type { RoleGrantView } from '@shequtong/contract/roles'
import { statedEndReasons } from '@shequtong/domain/roles/granting'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { colleagueWords } from '../messages/colleagues.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { ChoiceList } from '../ui/form/choice-list.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { ActForm } from '../workbench/act-form.tsx'
import { formRefusal, useGrantRefusal } from './use-holder.ts'

export interface EndFormProps {
  readonly grant: RoleGrantView
  readonly onDone: (sentence: string) => void
  readonly onCancel: () => void
}

type Reason = (typeof statedEndReasons)[number]

/** Says what ends and what stays before a role is ended. */
export const EndForm = ({ grant, onDone, onCancel }: EndFormProps) => {
  const words = useWords(colleagueWords)
  const { role: roles } = useWords(roleWords)
  const refusal = useGrantRefusal()
  const [reason, choose] = useState<Reason | null>(null)
  const [missing, setMissing] = useState(false)
  const name = grant.shownName
  const { send, isPending, error } = useMutation('endRoleGrant', {
    onDone: () => onDone(words.ended(name, roles[grant.role])),
  })
  const submit = () => {
    setMissing(reason === null)
    if (reason !== null) void send({ params: { roleGrantId: grant.roleGrantId }, body: { reason } })
  }
  const refused = formRefusal(error)
  return (
    <ActForm
      confirm={words.endConfirm}
      busy={isPending}
      failure={'failure' in refused ? refused.failure : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <p>{words.endText(name)}</p>
      <div>
        <ChoiceList
          legend={words.endReason}
          choices={statedEndReasons.map((one) => ({ value: one, label: words.reasons[one] }))}
          value={reason}
          onChange={choose}
        />
        {missing && reason === null && <FieldError>{words.endReasonMissing}</FieldError>}
      </div>
      {'code' in refused && <FieldError>{refusal(refused.code)}</FieldError>}
    </ActForm>
  )
}
