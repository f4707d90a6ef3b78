import type { Outcome } from '@shequtong/domain/service-requests/states'
import { isNamedBody } from '@shequtong/domain/text/stated-reason'
import { isStatedResult } from '@shequtong/domain/text/stated-result'
import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { isSending, PhotoAdder } from '../../photos/photo-adder.tsx'
import { usePhotoUploads } from '../../photos/use-photo-uploads.ts'
import { useKeptWords } from '../../service-requests/kept-words.ts'
import { useSession } from '../../session/session.tsx'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { ActForm } from '../act-form.tsx'
import { SaidArea } from '../said-area.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

/** 办结: a stated result, or honestly beyond our power with who has it in hand now. */
export const Resolve = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const words = acts.resolve
  const [outcome, choose] = useState<Outcome>('solved')
  const [onwardOwner, setOnwardOwner] = useState('')
  const [ownerMissing, setOwnerMissing] = useState(false)
  const { hat } = useSession()
  const [draft, keep] = useKeptWords(`result.${hat?.hatId ?? ''}.${thread.serviceRequestId}`)
  const uploads = usePhotoUploads({
    communityId: thread.communityId,
    photoIds: draft.photoIds,
    onChange: (photoIds) => keep({ photoIds }),
  })
  const { send, isPending, error } = useMutation('resolveServiceRequest', {
    onDone: (reply) => {
      keep({ text: '', photoIds: [] })
      onDone('resolve', reply)
    },
  })
  const said = useSaid({
    notStated: words.notStated,
    isStated: isStatedResult,
    failure: error,
    pointer: '/result',
    initial: draft.text,
  })
  const beyond = outcome === 'beyondOurPower'
  const submit = () => {
    const nobody = beyond && !isNamedBody(onwardOwner)
    setOwnerMissing(nobody)
    if (!said.check() || nobody || isSending(uploads)) return
    const body = {
      result: said.text,
      outcome,
      onwardOwner: beyond ? onwardOwner : null,
      photoIds: [...uploads.photoIds],
    }
    void send({ params: addressOfThread(thread), body })
  }
  return (
    <ActForm
      confirm={words.confirm}
      busy={isPending || isSending(uploads)}
      failure={said.error === undefined ? error : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <ChoiceList
        legend={words.outcome}
        choices={[
          { value: 'solved', label: words.solved, note: words.solvedNote },
          { value: 'beyondOurPower', label: words.beyondOurPower, note: words.beyondOurPowerNote },
        ]}
        value={outcome}
        onChange={choose}
      />
      {beyond && (
        <TextField
          label={words.onwardOwner}
          hint={words.onwardHint}
          value={onwardOwner}
          onInput={(next) => {
            setOnwardOwner(next)
            setOwnerMissing(false)
          }}
          error={ownerMissing ? words.onwardMissing : undefined}
        />
      )}
      <SaidArea said={said} label={words.label} hint={words.hint} onText={(text) => keep({ text })} />
      <PhotoAdder uploads={uploads} />
    </ActForm>
  )
}
