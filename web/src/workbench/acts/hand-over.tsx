import { type HandOverRole, handOverRoles } from '@shequtong/domain/roles/roles'
import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { roleWords } from '../../messages/roles.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { FieldError } from '../../ui/form/hint.tsx'
import { KindPicker } from '../../ui/form/kind-picker.tsx'
import { ActForm } from '../act-form.tsx'
import { SaidArea } from '../said-area.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

/** 转交: to a role, with a reason that the asker reads; the clock runs on. */
export const HandOver = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const { role: roles } = useWords(roleWords)
  const [toRole, choose] = useState<HandOverRole | null>(null)
  const [missing, setMissing] = useState(false)
  const { send, isPending, error } = useMutation('handOverServiceRequest', {
    onDone: (reply) => onDone('handOver', reply),
  })
  const said = useSaid({ notStated: acts.notStated, failure: error, pointer: '/reason' })
  const choices = handOverRoles
    .filter((role) => role !== thread.responsibleRole)
    .map((role) => ({ value: role, label: roles[role] }))
  const submit = () => {
    setMissing(toRole === null)
    if (!said.check() || toRole === null) return
    void send({ params: addressOfThread(thread), body: { toRole, reason: said.text } })
  }
  return (
    <ActForm
      confirm={toRole === null ? acts.handOver.button : acts.handOver.confirm(roles[toRole])}
      busy={isPending}
      failure={said.error === undefined ? error : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <div>
        <KindPicker legend={acts.handOver.to} choices={choices} value={toRole} onChange={choose} />
        {missing && toRole === null && <FieldError>{acts.handOver.choose}</FieldError>}
      </div>
      <SaidArea said={said} label={acts.reason} hint={acts.handOver.hint} rows={2} />
    </ActForm>
  )
}
