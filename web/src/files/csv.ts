import { saveBlob } from './save-blob.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A spreadsheet would run these as a formula (OWASP, CSV injection), the full-width ones of a Chinese keyboard too. */
const formulaStart = /^\s*[=+\-@\t\r＝＋－＠]/

const cell = (value: string | number): string => {
  const text = typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180, with the byte order mark by which spreadsheets know UTF-8. */
export const toCsv = ({ columns, rows }: Table): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

export const csvBlob = (table: Table): Blob => new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' })

/** Hands what is shown to the browser as a file; nothing leaves the device. */
export const saveCsv = (table: Table, name: string): void => saveBlob(csvBlob(table), `${name}.csv`)
