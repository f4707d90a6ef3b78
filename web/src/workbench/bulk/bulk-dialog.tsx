import { type HandOverRole, handOverRoles, levelOf } from '@shequtong/domain/roles/roles'
import { isSubstantiveAnswer } from '@shequtong/domain/text/substantive-answer'
import { useState } from 'preact/hooks'
import { useQuery } from '../../api/query.ts'
import { bulkWords } from '../../messages/bulk.ts'
import { roleWords } from '../../messages/roles.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { LoadFailed } from '../../session/load-failed.tsx'
import { Dialog } from '../../ui/action/dialog.tsx'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { FieldError } from '../../ui/form/hint.tsx'
import { KindPicker } from '../../ui/form/kind-picker.tsx'
import { SkeletonRows } from '../../ui/state/skeleton.tsx'
import { ActForm } from '../act-form.tsx'
import { SaidArea } from '../said-area.tsx'
import type { Desk } from '../use-desk.ts'
import { useSaid } from '../use-said.ts'
import type { Bulk, BulkAct } from './use-bulk.ts'

interface FormProps {
  readonly desk: Desk
  readonly bulk: Bulk
  readonly onClose: () => void
}

/** The button says how many, and while it runs which. */
const useConfirm = (act: BulkAct, { chosen, isRunning, at }: Bulk): string => {
  const words = useWords(bulkWords)
  return isRunning ? words.running(at, chosen.size) : words.confirm[act](chosen.size)
}

const HandOverAll = ({ bulk, onClose }: FormProps) => {
  const { acts } = useWords(workbenchWords)
  const { role: roles } = useWords(roleWords)
  const [toRole, choose] = useState<HandOverRole | null>(null)
  const [missing, setMissing] = useState(false)
  const said = useSaid({ notStated: acts.notStated, failure: undefined, pointer: '/reason' })
  const confirm = useConfirm('handOverServiceRequest', bulk)
  const submit = async () => {
    setMissing(toRole === null)
    if (!said.check() || toRole === null) return
    await bulk.run('handOverServiceRequest', { toRole, reason: said.text })
    onClose()
  }
  return (
    <ActForm confirm={confirm} busy={bulk.isRunning} onSubmit={() => void submit()} onCancel={onClose}>
      <div>
        <KindPicker
          legend={acts.handOver.to}
          choices={handOverRoles.map((role) => ({ value: role, label: roles[role] }))}
          value={toRole}
          onChange={choose}
        />
        {missing && toRole === null && <FieldError>{acts.handOver.choose}</FieldError>}
      </div>
      <SaidArea said={said} label={acts.reason} hint={acts.handOver.hint} rows={2} />
    </ActForm>
  )
}

const AssignAll = ({ desk, bulk, onClose }: FormProps) => {
  const { assign: words } = useWords(workbenchWords).acts
  const { role: roles } = useWords(roleWords)
  const [roleGrantId, choose] = useState<string | null>(null)
  const { data, error, refetch } = useQuery('listRoleGrants', { params: { communityId: desk.communityId } })
  const confirm = useConfirm('assignServiceRequest', bulk)
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  const colleagues = data.grants.filter(
    (grant) => grant.living && levelOf(grant.role) === 'community' && grant.roleGrantId !== desk.hat.hatId,
  )
  if (colleagues.length === 0) return <p class="soft">{words.nobody}</p>
  const submit = async () => {
    if (roleGrantId === null) return
    await bulk.run('assignServiceRequest', { roleGrantId })
    onClose()
  }
  return (
    <ActForm confirm={confirm} busy={bulk.isRunning} onSubmit={() => void submit()} onCancel={onClose}>
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

const AnswerAll = ({ desk, bulk, onClose }: FormProps) => {
  const words = useWords(bulkWords)
  const { answer } = useWords(workbenchWords)
  const { office } = useWords(roleWords)
  const [inOfficeName, setInOfficeName] = useState(false)
  const said = useSaid({
    notStated: words.notAnAnswer,
    isStated: isSubstantiveAnswer,
    failure: undefined,
    pointer: '/text',
  })
  const confirm = useConfirm('answerServiceRequest', bulk)
  const submit = async () => {
    if (!said.check()) return
    await bulk.run('answerServiceRequest', { text: said.text, inOfficeName })
    onClose()
  }
  return (
    <ActForm confirm={confirm} busy={bulk.isRunning} onSubmit={() => void submit()} onCancel={onClose}>
      <KindPicker
        legend={answer.asWho}
        legendHidden
        choices={[
          { value: 'person', label: answer.asPerson(desk.hat.shownName) },
          { value: 'office', label: answer.asOffice(office[desk.role]) },
        ]}
        value={inOfficeName ? 'office' : 'person'}
        onChange={(name) => setInOfficeName(name === 'office')}
      />
      <SaidArea said={said} label={answer.label} hint={words.answerHint} rows={3} />
    </ActForm>
  )
}

const forms = {
  handOverServiceRequest: HandOverAll,
  assignServiceRequest: AssignAll,
  answerServiceRequest: AnswerAll,
}

/** One form for all that were chosen; what it could not do is told behind it, line by line. */
export const BulkDialog = ({ act, ...given }: FormProps & { readonly act: BulkAct | undefined }) => {
  const { titles } = useWords(bulkWords)
  const Form = act === undefined ? undefined : forms[act]
  return (
    <Dialog
      open={act !== undefined}
      title={act === undefined ? '' : titles[act](given.bulk.chosen.size)}
      onClose={given.onClose}
    >
      {Form !== undefined && <Form key={act} {...given} />}
    </Dialog>
  )
}
