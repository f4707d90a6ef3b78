import { levelOf } from '@shequtong/domain/roles/roles'
import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { useQuery } from '../../api/query.ts'
import { roleWords } from '../../messages/roles.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { LoadFailed } from '../../session/load-failed.tsx'
import { useSession } from '../../session/session.tsx'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { SkeletonRows } from '../../ui/state/skeleton.tsx'
import { ActForm } from '../act-form.tsx'
import { type ActProps, addressOfThread } from './act.ts'

/** One colleague of this community, by the role that is in force. */
export const Assign = ({ thread, onDone, onCancel }: ActProps) => {
  const words = useWords(workbenchWords).acts.assign
  const { role: roles } = useWords(roleWords)
  const { hat } = useSession()
  const [roleGrantId, choose] = useState<string | null>(null)
  const { data, error: unread, refetch } = useQuery('listRoleGrants', { params: { communityId: thread.communityId } })
  const { send, isPending, error } = useMutation('assignServiceRequest', { onDone: (reply) => onDone('assign', reply) })
  if (unread !== null) return <LoadFailed error={unread} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  const colleagues = data.grants.filter(
    (grant) => grant.living && levelOf(grant.role) === 'community' && grant.roleGrantId !== hat?.hatId,
  )
  if (colleagues.length === 0) return <p class="soft">{words.nobody}</p>
  const chosen = colleagues.find((grant) => grant.roleGrantId === roleGrantId)
  const submit = () => {
    if (chosen === undefined) return
    void send({ params: addressOfThread(thread), body: { roleGrantId: chosen.roleGrantId } })
  }
  return (
    <ActForm
      confirm={chosen === undefined ? words.button : words.confirm(chosen.shownName)}
      busy={isPending}
      failure={error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <ChoiceList
        legend={words.to}
        choices={colleagues.map((grant) => ({
          value: grant.roleGrantId,
          label: grant.shownName,
          note: roles[grant.role],
        }))}
        value={roleGrantId}
        onChange={choose}
      />
    </ActForm>
  )
}
