import { doorKey, gatherRoll, type NumberedRow } from '@shequtong/domain/dwelling-roll/gather-roll'
import { checkRollRow, type RawRollRow, type RollFault } from '@shequtong/domain/dwelling-roll/roll-row'
import { neededRollFields, type RollField, rollFieldOf } from '@shequtong/domain/dwelling-roll/roll-words'
import { spelledLike } from '@shequtong/domain/dwelling-roll/spelling'
import { ok, type Result, refused } from '@shequtong/domain/result'
import type { DateOn } from '@shequtong/domain/time'
import type { RollDwelling } from './import.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx, TooLargeInside } from './read-xlsx.ts'
import type { Table } from './table.ts'

export const maxRollRows = 60_000
const maxColumns = 100

export interface LineFault extends RollFault {
  readonly line: number
  readonly door: string
}

/** A roll as it stands in a file. */
export interface ReadRoll {
  readonly rows: number
  readonly badRows: number
  readonly faults: readonly LineFault[]
  readonly ignoredColumns: readonly string[]
  /** Without a fault anywhere: every line of these doors is good. */
  readonly dwellings: readonly RollDwelling[]
  /** Known doors with a bad line. */
  readonly skipped: number
}

export interface RollUnreadable {
  readonly code:
    | 'roll-not-a-table'
    | 'roll-too-large-inside'
    | 'roll-columns-missing'
    | 'roll-too-many-rows'
    | 'roll-empty'
  /** `roll-columns-missing`: which. */
  readonly fields?: readonly RollField[]
}

/** An XLSX file is a ZIP archive: PK 3 4. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

const readTable = async (bytes: Uint8Array): Promise<Table | undefined> =>
  isZip(bytes) ? readXlsx(bytes) : readCsv(bytes)

/** Reads and checks a whole roll, CSV or XLSX by its content. `todayOn`: no birth date lies after it. */
export const readRoll = async (bytes: Uint8Array, todayOn: DateOn): Promise<Result<ReadRoll, RollUnreadable>> => {
  let table: Table | undefined
  try {
    table = await readTable(bytes)
  } catch (error) {
    if (error instanceof TooLargeInside) return refused({ code: 'roll-too-large-inside' })
    throw error
  }
  if (table === undefined) return refused({ code: 'roll-not-a-table' })
  // the watermark of an export, or a title above the table
  const [head, ...rows] = table.filter(({ cells }) => !(cells[0] ?? '').startsWith('#'))
  if (head === undefined) return refused({ code: 'roll-empty' })
  const columns = head.cells.slice(0, maxColumns).map(rollFieldOf)
  const fields = neededRollFields.filter((field) => !columns.includes(field))
  if (fields.length > 0) return refused({ code: 'roll-columns-missing', fields })
  if (rows.length > maxRollRows) return refused({ code: 'roll-too-many-rows' })
  if (rows.length === 0) return refused({ code: 'roll-empty' })
  const ignoredColumns = head.cells.filter((cell, index) => cell.trim() !== '' && columns[index] === undefined)
  return ok({
    rows: rows.length,
    ignoredColumns: ignoredColumns.slice(0, maxColumns),
    ...checkRows(rows, columns, todayOn),
  })
}

const rawOf = (cells: readonly string[], columns: readonly (RollField | undefined)[]): RawRollRow => {
  const raw: Partial<Record<RollField, string>> = {}
  columns.forEach((field, index) => {
    const cell = cells[index] ?? ''
    if (field !== undefined && (raw[field] ?? '') === '') raw[field] = cell
  })
  return raw
}

const labelOf = ({ building, staircase, room }: RawRollRow): string =>
  [building, staircase, room]
    .map((part) => (part ?? '').trim().slice(0, 30))
    .join(' ')
    .trim()

const checkRows = (rows: Table, columns: readonly (RollField | undefined)[], todayOn: DateOn) => {
  const good: NumberedRow[] = []
  const faults: LineFault[] = []
  const doors = new Map<number, string>()
  const badDoors = new Set<string>()
  const spell = spelledLike([])
  for (const { line, cells } of rows) {
    const raw = rawOf(cells, columns)
    const checked = checkRollRow(raw, todayOn)
    doors.set(line, labelOf(raw))
    if (checked.ok) good.push({ line, row: spell(checked.value) })
    else {
      const { building, staircase, room } = raw
      badDoors.add(doorKey(spell({ building: tidy(building), staircase: tidy(staircase), room: tidy(room) })))
      for (const fault of checked.violation.faults) faults.push({ line, door: labelOf(raw), ...fault })
    }
  }
  const gathered = gatherRoll(good)
  const keyOf = new Map(good.map(({ line, row }) => [line, doorKey(row)]))
  for (const fault of gathered.faults) {
    badDoors.add(keyOf.get(fault.line) ?? '')
    faults.push({ ...fault, door: doors.get(fault.line) ?? '' })
  }
  const dwellings = gathered.dwellings.filter((dwelling) => !badDoors.has(doorKey(dwelling)))
  faults.sort((a, b) => a.line - b.line)
  const badRows = new Set(faults.map(({ line }) => line)).size
  return { badRows, faults, dwellings, skipped: badDoors.size }
}

/** As the domain tidies a label, so that a bad line finds its door. */
const tidy = (text: string | undefined): string => (text ?? '').normalize('NFC').trim().replace(/\s+/g, ' ')
