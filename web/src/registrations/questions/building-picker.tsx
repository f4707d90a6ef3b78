import { useState } from 'preact/hooks'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { GoPicker } from '../../ui/form/go-picker.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { Home } from './use-home.ts'

/** From so many on, typing a number is quicker than looking. */
const searchFrom = 13

export const BuildingPicker = ({
  home,
  legendHidden = false,
}: {
  readonly home: Home
  readonly legendHidden?: boolean
}) => {
  const words = useWords(registrationWords)
  const [wanted, want] = useState('')
  const shown = home.buildings.filter(({ name }) => name.includes(wanted.trim()))
  return (
    <div class="stack">
      {home.buildings.length >= searchFrom && (
        <TextField
          label={words.findBuilding}
          type="search"
          inputMode="numeric"
          icon="search"
          optional
          value={wanted}
          onInput={want}
        />
      )}
      {shown.length === 0 ? (
        <p class="soft">{words.noBuilding}</p>
      ) : (
        <GoPicker
          legend={words.building}
          legendHidden={legendHidden}
          choices={shown.map(({ buildingId, name }) => ({ value: buildingId, label: name }))}
          onGo={(id) => home.chooseBuilding(shown.find(({ buildingId }) => buildingId === id) ?? null)}
        />
      )}
    </div>
  )
}
