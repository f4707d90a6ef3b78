import type { RotaView } from '@shequtong/contract/rota'
import { type DateOn, startOf } from '@shequtong/domain/time'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { rotaWords } from '../messages/rota.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { Section } from '../ui/page/section.tsx'
import { useNow } from '../ui/time/use-now.ts'
import type { Desk } from '../workbench/use-desk.ts'
import { useRotaRefusal } from './use-rota-refusal.ts'

interface DeputyFormProps {
  readonly rota: RotaView
  readonly communityId: number
  readonly onChanged: (sentence: string) => void
}

const nothing = { absentRoleGrantId: '', deputyRoleGrantId: '', firstOn: '', lastOn: '' }

const DeputyForm = ({ rota, communityId, onChanged }: DeputyFormProps) => {
  const { away: words } = useWords(rotaWords)
  const refusal = useRotaRefusal()
  const [draft, setDraft] = useState(nothing)
  const [missing, setMissing] = useState(false)
  const { send, isPending, error } = useMutation('nameDeputy', { onDone: () => onChanged(words.saved) })
  const write = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part })
    setMissing(false)
  }
  const options = rota.colleagues.map(({ roleGrantId, shownName }) => ({ value: roleGrantId, label: shownName }))
  const submit = (event: Event) => {
    event.preventDefault()
    if (Object.values(draft).some((part) => part === '')) setMissing(true)
    else void send({ params: { communityId }, body: draft })
  }
  return (
    <form class="act-form" noValidate onSubmit={submit}>
      <SelectField
        label={words.who}
        none={words.choose}
        groups={[{ options }]}
        value={draft.absentRoleGrantId}
        onChange={(absentRoleGrantId) => write({ absentRoleGrantId })}
      />
      <SelectField
        label={words.by}
        none={words.choose}
        groups={[{ options: options.filter(({ value }) => value !== draft.absentRoleGrantId) }]}
        value={draft.deputyRoleGrantId}
        onChange={(deputyRoleGrantId) => write({ deputyRoleGrantId })}
      />
      <TextField label={words.from} type="date" value={draft.firstOn} onInput={(firstOn) => write({ firstOn })} />
      <TextField
        label={words.to}
        hint={words.toHint}
        type="date"
        value={draft.lastOn}
        onInput={(lastOn) => write({ lastOn })}
      />
      {missing && <FieldError>{words.missing}</FieldError>}
      {error !== undefined && <FieldError>{refusal(error)}</FieldError>}
      <Button look="do" size="big" type="submit" busy={isPending}>
        {words.save}
      </Button>
    </form>
  )
}

export interface AbsencesProps {
  readonly rota: RotaView
  readonly desk: Desk
  readonly manages: boolean
  readonly onChanged: (sentence: string) => void
}

/** Who is away on which days, and who stands in. */
export const Absences = ({ rota, desk, manages, onChanged }: AbsencesProps) => {
  const { away: words } = useWords(rotaWords)
  const { time } = useCoreWords()
  const now = useNow()
  const refusal = useRotaRefusal()
  const [adding, add] = useState(false)
  const { communityId } = desk
  const { send, isPending, error } = useMutation('endAbsence')
  const dayOf = (on: string) => calendarDate(startOf(on as DateOn), now, time)
  const end = async (absenceId: string, who: string) => {
    if ((await send({ params: { communityId, absenceId } })) !== undefined) onChanged(words.ended(who))
  }
  return (
    <Section title={words.title} level={3}>
      {rota.absences.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul class="rows sheet rota-away">
          {rota.absences.map(({ absenceId, absent, deputy, firstOn, lastOn }) => (
            <li key={absenceId} class="rota-away__line">
              <span>
                <strong>{words.line(absent.shownName, deputy.shownName)}</strong>
                <br />
                <span class="soft small">{words.days(dayOf(firstOn), dayOf(lastOn))}</span>
              </span>
              {manages && (
                <Button busy={isPending} onClick={() => void end(absenceId, absent.shownName)}>
                  {words.end}
                  <span class="visually-hidden"> {absent.shownName}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && <FieldError>{refusal(error)}</FieldError>}
      {manages && (
        <p class="rota-away__add">
          <Button icon="plus" onClick={() => add(true)}>
            {words.add}
          </Button>
        </p>
      )}
      <Dialog open={adding} title={words.add} onClose={() => add(false)}>
        {adding && (
          <DeputyForm
            rota={rota}
            communityId={communityId}
            onChanged={(sentence) => {
              add(false)
              onChanged(sentence)
            }}
          />
        )}
      </Dialog>
    </Section>
  )
}
