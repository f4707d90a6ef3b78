import { findPersonalData } from '@shequtong/domain/text/personal-data'
import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { TextField } from '../ui/form/text-field.tsx'

interface PlaceFieldProps {
  readonly value: string
  readonly onChange: (place: string) => void
  /** The own building, suggested first. */
  readonly building: string | null
  readonly error: string | undefined
}

/** Where it is: one tap for the usual places, else in own words. */
export const PlaceField = ({ value, onChange, building, error }: PlaceFieldProps) => {
  const words = useWords(composeWords)
  const own = building === null ? [] : [building, words.stairs(building)]
  const places = [...own, words.grounds, words.gate]
  const marks = findPersonalData(value).map(({ at }) => at)
  const said = marks.length > 0 ? words.errors.personalData : error
  return (
    <div class="stack">
      <TextField
        label={words.placeLabel}
        icon="pin"
        value={value}
        onInput={onChange}
        maxLength={60}
        marks={marks}
        placeholder={words.placePlaceholder}
        {...(said === undefined ? {} : { error: said })}
      />
      <KindPicker
        legend={words.placeChips}
        legendHidden
        choices={places.map((place) => ({ value: place, label: place }))}
        value={places.includes(value) ? value : null}
        onChange={onChange}
      />
    </div>
  )
}
