import {
  documentKindWords,
  floorAreaSourceWords,
  type RollField,
  rollFields,
  rollHeaders,
  tenureWords,
} from '@shequtong/domain/dwelling-roll/roll-words'
import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import type { Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { FloorAreaSource } from '@shequtong/domain/territory/territory'

/** One person of one dwelling, or a dwelling without any. */
export interface ExportedRow {
  readonly subArea: string | null
  readonly building: string
  readonly staircase: string
  readonly room: string
  readonly floor: number
  readonly floorAreaCm2: number | null
  readonly floorAreaSource: FloorAreaSource | null
  readonly tenure: Tenure | null
  readonly name: string | null
  readonly documentKind: DocumentKind | null
  readonly documentNumber: string | null
  readonly phone: string | null
}

const squareMetres = (cm2: number): string => (cm2 / 10_000).toFixed(2)

/** A tab in front keeps a spreadsheet from rounding a number of 18 digits; the import does not mind it. */
const digits = (text: string | null): string => (text === null ? '' : `\t${text}`)

/** A cell that a spreadsheet would take for a formula gets an apostrophe (CWE-1236). */
const cell = (text: string): string => {
  const harmless = /^[=+\-@\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const cellsOf = (row: ExportedRow): Readonly<Record<RollField, string>> => ({
  subArea: row.subArea ?? '',
  building: row.building,
  staircase: row.staircase,
  room: row.room,
  floor: String(row.floor),
  area: row.floorAreaCm2 === null ? '' : squareMetres(row.floorAreaCm2),
  areaSource: row.floorAreaSource === null ? '' : (floorAreaSourceWords[row.floorAreaSource][0] ?? ''),
  name: row.name ?? '',
  documentKind: row.documentKind === null ? '' : (documentKindWords[row.documentKind][0] ?? ''),
  documentNumber: digits(row.documentNumber),
  phone: digits(row.phone?.replace(/^\+86/, '') ?? null),
  tenure: row.tenure === null ? '' : (tenureWords[row.tenure][0] ?? ''),
})

/** A CSV that Excel opens as UTF-8; `watermark` is its first line and says who took it when. Its own import reads it back. */
export const rollCsv = (rows: readonly ExportedRow[], watermark: string): Buffer => {
  const lines = [
    cell(`# ${watermark}`),
    rollFields.map((field) => cell(rollHeaders[field][0] ?? field)).join(','),
    ...rows.map((row) => {
      const cells = cellsOf(row)
      return rollFields.map((field) => cell(cells[field])).join(',')
    }),
  ]
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}
