import type { ServiceRequestAction } from '@shequtong/domain/service-requests/states'
import { useMutation } from '../../api/mutation.ts'
import { useWords } from '../../messages/use-words.ts'
import { type WorkbenchWords, workbenchWords } from '../../messages/workbench.ts'
import { ActForm } from '../act-form.tsx'
import { SaidArea } from '../said-area.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

/** Declined by whoever may accept it; taken back by whoever offered it. */
export const returnWords = (acts: WorkbenchWords['acts'], may: readonly ServiceRequestAction[]) =>
  may.includes('acceptHandOver') ? acts.returnHandOver : acts.takeBackHandOver

/** 不接, or 收回转交: with a reason that the asker reads too. */
export const ReturnHandOver = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const words = returnWords(acts, thread.may)
  const { send, isPending, error } = useMutation('returnHandOver', {
    onDone: (reply) => onDone('returnHandOver', reply),
  })
  const said = useSaid({ notStated: acts.notStated, failure: error, pointer: '/reason' })
  const submit = () => {
    if (said.check()) void send({ params: addressOfThread(thread), body: { reason: said.text } })
  }
  return (
    <ActForm
      confirm={words.confirm}
      busy={isPending}
      failure={said.error === undefined ? error : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <SaidArea said={said} label={acts.reason} hint={words.hint} rows={2} />
    </ActForm>
  )
}
