/** A row as the spreadsheet numbers it; empty rows may be absent. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

export type Table = readonly TableRow[]
