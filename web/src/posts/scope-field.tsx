import { type Scope, type ScopeKind, scopeKinds } from '@shequtong/domain/posts/scope'
import { useQuery } from '../api/query.ts'
import { areaNameOf, areasOf } from '../compose/areas.ts'
import { publishWords } from '../messages/publish.ts'
import { useWords } from '../messages/use-words.ts'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { ownParts, widerParts } from './scopes.ts'

const anHourMs = 3_600_000
export const everybody: Scope = { kind: 'community', placeId: null }

/** The parts of the community, and where the one who asks lives. */
export const usePlaces = (communityId: number) =>
  useQuery('listCommunityBuildings', { params: { communityId } }, { staleTimeMs: anHourMs }).data

const keyOf = ({ kind, placeId }: Scope): string => (placeId === null ? '' : `${kind} ${placeId}`)
const scopeOf = (value: string): Scope => {
  const [kind, placeId] = value.split(' ')
  const known = scopeKinds.find((one) => one === kind)
  return known === undefined || placeId === undefined ? everybody : { kind: known, placeId }
}

interface ScopeFieldProps {
  readonly communityId: number
  readonly value: Scope
  readonly onChange: (scope: Scope) => void
}

/** For whom an office speaks: everybody, a compound or sub-area, a building, or one staircase of it. */
export const ScopeField = ({ communityId, value, onChange }: ScopeFieldProps) => {
  const words = useWords(publishWords)
  const buildings = usePlaces(communityId)?.buildings ?? []
  if (buildings.length === 0) return null
  const areas = areasOf(buildings)
  const wider = widerParts(buildings)
  const building = buildings.find(({ buildingId, staircases }) =>
    value.kind === 'building'
      ? buildingId === value.placeId
      : value.kind === 'staircase' && staircases.some(({ staircaseId }) => staircaseId === value.placeId),
  )
  const chosen = building === undefined ? value : ({ kind: 'building', placeId: building.buildingId } as const)
  return (
    <>
      <SelectField
        label={words.forWhom}
        none={words.forAll}
        icon="people"
        optional
        value={keyOf(chosen)}
        onChange={(next) => onChange(scopeOf(next))}
        groups={[
          ...(wider.length === 0
            ? []
            : [
                {
                  label: words.forPart,
                  options: wider.map((part) => ({ value: keyOf(part), label: part.name })),
                },
              ]),
          ...areas.map((label) => ({
            ...(areas.length < 2 && wider.length === 0 ? {} : { label }),
            options: buildings
              .filter((one) => areaNameOf(one) === label)
              .map((one) => ({ value: keyOf({ kind: 'building', placeId: one.buildingId }), label: one.name })),
          })),
        ]}
      />
      {building !== undefined && building.staircases.length > 1 && (
        <KindPicker
          legend={words.forStaircase}
          choices={[
            { value: keyOf(chosen), label: words.forBuilding },
            ...building.staircases.map(({ staircaseId, name }) => ({
              value: keyOf({ kind: 'staircase', placeId: staircaseId }),
              label: name,
            })),
          ]}
          value={keyOf(value)}
          onChange={(next) => onChange(scopeOf(next))}
        />
      )}
    </>
  )
}

interface OwnScopeProps {
  readonly communityId: number
  readonly value: ScopeKind
  readonly onChange: (kind: ScopeKind) => void
}

/** The part of where the writer lives that a kind stands for; everybody where they live in no such part. */
export const useOwnScope = (communityId: number, kind: ScopeKind): Scope => {
  const places = usePlaces(communityId)
  const part = places === undefined ? undefined : ownParts(places).find((one) => one.kind === kind)
  return part === undefined ? everybody : { kind: part.kind, placeId: part.placeId }
}

/** For whom a neighbour speaks: everybody, or a part of the community where they live themselves. */
export const OwnScope = ({ communityId, value, onChange }: OwnScopeProps) => {
  const words = useWords(publishWords)
  const places = usePlaces(communityId)
  const parts = places === undefined ? [] : ownParts(places)
  const scope = useOwnScope(communityId, value)
  if (parts.length === 0) return null
  return (
    <KindPicker
      legend={words.forWhom}
      choices={[
        { value: 'community' as ScopeKind, label: words.forAll },
        ...parts.map(({ kind, name }) => ({ value: kind, label: words.onlyFor(name) })),
      ]}
      value={scope.kind}
      onChange={onChange}
    />
  )
}
