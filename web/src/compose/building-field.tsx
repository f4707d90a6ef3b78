import { useQuery } from '../api/query.ts'
import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import { SelectField } from '../ui/form/select-field.tsx'

interface BuildingFieldProps {
  readonly communityId: number
  readonly value: string | null
  /** `name` comes with a picked building, for the place in words. */
  readonly onChange: (buildingId: string | null, name: string | undefined) => void
}

const anHourMs = 3_600_000

/** Which building, by sub-area. It is an offer: where the list cannot be had, the place in words is enough. */
export const BuildingField = ({ communityId, value, onChange }: BuildingFieldProps) => {
  const words = useWords(composeWords)
  const { data } = useQuery('listCommunityBuildings', { params: { communityId } }, { staleTimeMs: anHourMs })
  const buildings = data?.buildings ?? []
  if (buildings.length === 0) return null
  const labelOf = (building: (typeof buildings)[number]) => building.subAreaName ?? building.compoundName
  const groups = [...new Set(buildings.map(labelOf))].map((label) => ({
    label,
    options: buildings
      .filter((building) => labelOf(building) === label)
      .map(({ buildingId, name }) => ({ value: buildingId, label: name })),
  }))
  const pick = (picked: string) =>
    onChange(picked === '' ? null : picked, buildings.find(({ buildingId }) => buildingId === picked)?.name)
  return (
    <SelectField
      label={words.buildingLabel}
      none={words.noBuilding}
      icon="home"
      value={value ?? ''}
      onChange={pick}
      groups={groups}
    />
  )
}
