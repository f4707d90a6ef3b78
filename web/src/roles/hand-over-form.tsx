import type { RoleGrantView } from '@shequtong/contract/roles'
import { useMutation } from '../api/mutation.ts'
import { colleagueWords } from '../messages/colleagues.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { FieldError } from '../ui/form/hint.tsx'
import { Icon } from '../ui/icon.tsx'
import { ActForm } from '../workbench/act-form.tsx'
import type { EndFormProps } from './end-form.tsx'
import { holderOf } from './holder.ts'
import { HolderFields } from './holder-fields.tsx'
import { formRefusal, useGrantRefusal, useHolder } from './use-holder.ts'

export interface HandOverFormProps extends Omit<EndFormProps, 'grant'> {
  readonly grant: Pick<RoleGrantView, 'roleGrantId' | 'role' | 'shownName'>
  readonly mine: boolean
}

/** 交接: names what moves to the successor, what stays, and who leaves. */
export const HandOverForm = ({ grant, mine, onDone, onCancel }: HandOverFormProps) => {
  const words = useWords(colleagueWords)
  const { role: roles } = useWords(roleWords)
  const refusal = useGrantRefusal()
  const name = grant.shownName
  const role = roles[grant.role]
  const { send, isPending, error } = useMutation('handOverRole', {
    onDone: ({ started, movedServiceRequests }) =>
      onDone(words.handedOver(name, started.shownName, role, movedServiceRequests)),
  })
  const fields = useHolder(error)
  const submit = () => {
    if (fields.check()) void send({ params: { roleGrantId: grant.roleGrantId }, body: holderOf(fields.draft) })
  }
  const refused = formRefusal(error)
  return (
    <ActForm
      confirm={words.handOverConfirm}
      busy={isPending}
      failure={'failure' in refused ? refused.failure : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <ul class="moves" aria-label={words.moves}>
        {[words.movesRole(role), words.movesRequests(name)].map((moved) => (
          <li key={moved}>
            <Icon name="swap" size="small" />
            <span>{moved}</span>
          </li>
        ))}
        <li>
          <Icon name="doc" size="small" />
          <span>{words.stays(name)}</span>
        </li>
        <li>
          <Icon name="leave" size="small" />
          <span>{mine ? words.leavesYou : words.leaves(name)}</span>
        </li>
      </ul>
      <HolderFields fields={fields} />
      {'code' in refused && <FieldError>{refusal(refused.code)}</FieldError>}
    </ActForm>
  )
}
