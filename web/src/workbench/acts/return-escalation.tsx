import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { useWords } from '../../messages/use-words.ts'
import { workbenchWords } from '../../messages/workbench.ts'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { FieldError } from '../../ui/form/hint.tsx'
import { ActForm } from '../act-form.tsx'
import { SaidArea } from '../said-area.tsx'
import { useSaid } from '../use-said.ts'
import { type ActProps, addressOfThread } from './act.ts'

type Lower = 'community' | 'subdistrict'

/** 退回: only levels below the one that has it now. */
export const ReturnEscalation = ({ thread, onDone, onCancel }: ActProps) => {
  const { acts } = useWords(workbenchWords)
  const words = acts.returnEscalation
  const levels: Lower[] = thread.level === 'district' ? ['subdistrict', 'community'] : ['community']
  const [toLevel, choose] = useState<Lower | null>(levels.length === 1 ? 'community' : null)
  const [missing, setMissing] = useState(false)
  const { send, isPending, error } = useMutation('returnEscalation', {
    onDone: (reply) => onDone('returnEscalation', reply),
  })
  const said = useSaid({ notStated: acts.notStated, failure: error, pointer: '/reason' })
  const notes = { subdistrict: words.subdistrictNote, community: words.communityNote }
  const submit = () => {
    setMissing(toLevel === null)
    if (!said.check() || toLevel === null) return
    void send({ params: addressOfThread(thread), body: { toLevel, reason: said.text } })
  }
  return (
    <ActForm
      confirm={toLevel === null ? words.button : words.confirm(words[toLevel])}
      busy={isPending}
      failure={said.error === undefined ? error : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <div>
        <ChoiceList
          legend={words.to}
          choices={levels.map((level) => ({ value: level, label: words[level], note: notes[level] }))}
          value={toLevel}
          onChange={choose}
        />
        {missing && toLevel === null && <FieldError>{words.choose}</FieldError>}
      </div>
      <SaidArea said={said} label={acts.reason} hint={words.hint} rows={2} />
    </ActForm>
  )
}
