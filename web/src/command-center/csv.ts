export interface ChartTable {
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
export const toCsv = ({ columns, rows }: ChartTable): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** Hands what is shown to the browser as a file; nothing leaves the device. */
export const saveCsv = (table: ChartTable, name: string): void => {
  const href = URL.createObjectURL(new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = href
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 1_000)
}
