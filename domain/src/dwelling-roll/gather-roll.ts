import type { RollFault, RollRow, RollRowPerson } from './roll-row.ts'
import { spelledLike } from './spelling.ts'

/** A row with its place in the file: 1-based, the header counts. */
export interface NumberedRow {
  readonly line: number
  readonly row: RollRow
}

export interface GatheredDwelling extends Omit<RollRow, 'person'> {
  readonly persons: readonly RollRowPerson[]
}

export interface FaultyLine extends RollFault {
  readonly line: number
}

export interface GatheredRoll {
  /** In the order of their first rows; dwellings with a faulty line are among them. */
  readonly dwellings: readonly GatheredDwelling[]
  readonly faults: readonly FaultyLine[]
}

/** One door, whatever the rest of the row says. */
export const doorKey = (row: Pick<RollRow, 'building' | 'staircase' | 'room'>): string =>
  JSON.stringify([row.building, row.staircase, row.room])

const personKey = ({ name, documentNumber, phone }: RollRowPerson): string => documentNumber ?? `${name}/${phone ?? ''}`

/**
 * Several rows of one door are its persons. Refuses, line by line, the second mention of a person at the same door (by
 * document, else by name and phone), a door whose rows disagree about floor or area, and a building in two sub-areas.
 */
export const gatherRoll = (rows: readonly NumberedRow[]): GatheredRoll => {
  const faults: FaultyLine[] = []
  const dwellings = new Map<string, GatheredDwelling & { persons: RollRowPerson[] }>()
  const seen = new Set<string>()
  const subAreas = new Map<string, string | null>()
  const spell = spelledLike([])
  for (const { line, row: typed } of rows) {
    const row = spell(typed)
    const { person, ...dwelling } = row
    const key = doorKey(row)
    const known = dwellings.get(key)
    const gathered = known ?? { ...dwelling, persons: [] }
    dwellings.set(key, gathered)
    if (known !== undefined && known.floor !== row.floor)
      faults.push({ line, field: 'floor', code: 'dwelling-differs' })
    if (known !== undefined && known.floorAreaCm2 !== row.floorAreaCm2)
      faults.push({ line, field: 'area', code: 'dwelling-differs' })
    const subArea = subAreas.get(row.building)
    if (subArea === undefined) subAreas.set(row.building, row.subArea)
    else if (subArea !== row.subArea) faults.push({ line, field: 'subArea', code: 'sub-area-differs' })
    if (person === null) continue
    const personAtDoor = `${key} ${personKey(person)}`
    if (seen.has(personAtDoor)) faults.push({ line, field: 'name', code: 'person-twice' })
    else gathered.persons.push(person)
    seen.add(personAtDoor)
  }
  return { dwellings: [...dwellings.values()], faults }
}
