import type { InboxRow } from '@shequtong/contract/service-requests'
import type { ExportFormat } from '@shequtong/domain/service-requests/inbox-filters'
import { csvBlob, type Table } from '../files/csv.ts'

type Column = (row: InboxRow) => string | number

/** The columns of the file under their headings, in the reader's words. */
export type InboxColumns = Readonly<Record<string, Column>>

/** What stands in the file: who took it out and when above and below, then the headings and a row for each matter. */
export const inboxTable = (rows: readonly InboxRow[], columns: InboxColumns, watermark: string): Table => ({
  columns: [watermark],
  rows: [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => cell(row))), [watermark]],
})

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Text stays text: nothing of it is run as a formula. */
const toXlsx = async ({ columns, rows }: Table): Promise<Blob> => {
  const { default: write } = await import('write-excel-file/universal')
  const sheet = [columns, ...rows].map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  )
  return new Blob([await write(sheet).toBlob()], { type: xlsxType })
}

/** The file as it is handed to the browser. */
export const inboxFile = async (table: Table, format: ExportFormat): Promise<Blob> =>
  format === 'xlsx' ? toXlsx(table) : csvBlob(table)
