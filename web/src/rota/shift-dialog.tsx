import type { RotaView } from '@shequtong/contract/rota'
import type { ShiftPart } from '@shequtong/domain/rota/shifts'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { roleWords } from '../messages/roles.ts'
import { rotaWords } from '../messages/rota.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { useRotaRefusal } from './use-rota-refusal.ts'
import { useDayName } from './week.tsx'

export interface Chosen {
  readonly on: string
  readonly part: ShiftPart
}

interface ShiftFormProps {
  readonly chosen: Chosen
  readonly rota: RotaView
  readonly communityId: number
  readonly onDone: (sentence: string) => void
}

const ShiftForm = ({ chosen, rota, communityId, onDone }: ShiftFormProps) => {
  const words = useWords(rotaWords)
  const { role: roles } = useWords(roleWords)
  const refusal = useRotaRefusal()
  const dayName = useDayName()
  const stands = rota.days.find(({ on }) => on === chosen.on)?.shifts.find(({ part }) => part === chosen.part)
  const [holder, nameHolder] = useState(stands?.holder?.roleGrantId ?? '')
  const [backup, nameBackup] = useState(stands?.backup?.roleGrantId ?? '')
  const { send, isPending, error } = useMutation('nameForShift', {
    onDone: () => onDone(words.form.saved(dayName(chosen.on), words.part[chosen.part])),
  })
  const options = rota.colleagues.map(({ roleGrantId, shownName, role }) => ({
    value: roleGrantId,
    label: `${shownName} · ${roles[role]}`,
  }))
  const submit = (event: Event) => {
    event.preventDefault()
    const body = {
      ...chosen,
      holderRoleGrantId: holder === '' ? null : holder,
      backupRoleGrantId: holder === '' || backup === '' ? null : backup,
    }
    void send({ params: { communityId }, body })
  }
  return (
    <form class="act-form" onSubmit={submit}>
      <p class="soft">{words.hours[chosen.part]}</p>
      <SelectField
        label={words.form.holder}
        none={words.form.none}
        groups={[{ options }]}
        value={holder}
        onChange={nameHolder}
      />
      {holder !== '' && (
        <SelectField
          label={words.form.backup}
          none={words.form.noBackup}
          groups={[{ options: options.filter(({ value }) => value !== holder) }]}
          value={backup}
          onChange={nameBackup}
        />
      )}
      {error !== undefined && <FieldError>{refusal(error)}</FieldError>}
      <Button look="do" size="big" type="submit" busy={isPending}>
        {words.form.save}
      </Button>
    </form>
  )
}

export interface ShiftDialogProps extends Omit<ShiftFormProps, 'chosen'> {
  readonly chosen: Chosen | undefined
  readonly onClose: () => void
}

/** Who has this shift, and who comes after them. */
export const ShiftDialog = ({ chosen, onClose, ...given }: ShiftDialogProps) => {
  const words = useWords(rotaWords)
  const dayName = useDayName()
  const title = chosen === undefined ? '' : `${dayName(chosen.on)} ${words.part[chosen.part]}`
  return (
    <Dialog open={chosen !== undefined} title={title} onClose={onClose}>
      {chosen !== undefined && <ShiftForm key={`${chosen.on} ${chosen.part}`} chosen={chosen} {...given} />}
    </Dialog>
  )
}
