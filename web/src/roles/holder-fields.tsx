import { colleagueWords } from '../messages/colleagues.ts'
import { useWords } from '../messages/use-words.ts'
import { TextField } from '../ui/form/text-field.tsx'
import type { HolderFields as Fields } from './use-holder.ts'

/** Phone, name and last day of whoever is to hold a role. */
export const HolderFields = ({ fields }: { readonly fields: Fields }) => {
  const { form: words } = useWords(colleagueWords)
  const { draft, write, errorOf } = fields
  return (
    <div>
      <TextField
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        icon="phone"
        value={draft.phone}
        onInput={(phone) => write({ phone })}
        error={errorOf('phone')}
      />
      <TextField
        label={words.name}
        hint={words.nameHint}
        autoComplete="off"
        icon="person"
        value={draft.shownName}
        onInput={(shownName) => write({ shownName })}
        error={errorOf('shownName')}
      />
      <TextField
        label={words.until}
        hint={words.untilHint}
        type="date"
        optional
        icon="calendar"
        value={draft.endsOn}
        onInput={(endsOn) => write({ endsOn })}
        error={errorOf('endsOn')}
      />
    </div>
  )
}
