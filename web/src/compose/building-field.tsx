import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { type AreaBuilding, areaNameOf, areasOf } from './areas.ts'

/** Where it is, as far as it was picked, and how that is called: the place in words. */
export interface Picked {
  readonly buildingId: string | null
  readonly staircaseId: string | null
  /** Absent: nothing is picked any more, and the words stay as they are. */
  readonly place?: string
}

interface BuildingFieldProps {
  readonly communityId: number
  readonly buildingId: string | null
  readonly staircaseId: string | null
  readonly onChange: (picked: Picked) => void
}

const anHourMs = 3_600_000
const whole = 'whole'

interface StaircaseProps {
  readonly building: AreaBuilding
  readonly value: string | null
  readonly onChange: (picked: Picked) => void
}

/** Which staircase of the building, or all of it. A building with one staircase is not asked about. */
const Staircase = ({ building, value, onChange }: StaircaseProps) => {
  const words = useWords(composeWords)
  const { buildingId, name, staircases } = building
  if (staircases.length < 2) return null
  const pick = (chosen: string) => {
    const staircase = staircases.find(({ staircaseId }) => staircaseId === chosen)
    onChange({
      buildingId,
      staircaseId: staircase?.staircaseId ?? null,
      place: staircase === undefined ? name : words.staircaseOf(name, staircase.name),
    })
  }
  return (
    <KindPicker
      legend={words.staircaseLabel}
      choices={[
        { value: whole, label: words.wholeBuilding },
        ...staircases.map(({ staircaseId, name: label }) => ({ value: staircaseId, label })),
      ]}
      value={value ?? whole}
      onChange={pick}
    />
  )
}

/** Which part, which building, which staircase. It is an offer: where the list cannot be had, the place in words is enough. */
export const BuildingField = ({ communityId, buildingId, staircaseId, onChange }: BuildingFieldProps) => {
  const words = useWords(composeWords)
  const { data } = useQuery('listCommunityBuildings', { params: { communityId } }, { staleTimeMs: anHourMs })
  const buildings = data?.buildings ?? []
  const building = buildings.find((one) => one.buildingId === buildingId)
  const [looked, look] = useState<string | null>(null)
  if (buildings.length === 0) return null
  const areas = areasOf(buildings)
  const area = building === undefined ? looked : areaNameOf(building)
  const shown = areas.length < 2 || area === null ? buildings : buildings.filter((one) => areaNameOf(one) === area)
  const pickArea = (name: string) => {
    look(name)
    onChange({ buildingId: null, staircaseId: null, place: name })
  }
  const pick = (chosen: string) => {
    const found = buildings.find((one) => one.buildingId === chosen)
    onChange({
      buildingId: found?.buildingId ?? null,
      staircaseId: null,
      ...(found === undefined ? {} : { place: found.name }),
    })
  }
  return (
    <div class="stack">
      {areas.length >= 2 && (
        <KindPicker
          legend={words.areaLabel}
          choices={areas.map((name) => ({ value: name, label: name }))}
          value={area}
          onChange={pickArea}
        />
      )}
      <SelectField
        label={words.buildingLabel}
        none={words.noBuilding}
        icon="home"
        value={buildingId ?? ''}
        onChange={pick}
        groups={areasOf(shown).map((label) => ({
          ...(areas.length < 2 ? {} : { label }),
          options: shown
            .filter((one) => areaNameOf(one) === label)
            .map((one) => ({ value: one.buildingId, label: one.name })),
        }))}
      />
      {building !== undefined && <Staircase building={building} value={staircaseId} onChange={onChange} />}
    </div>
  )
}
