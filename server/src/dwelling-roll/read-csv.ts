import { CsvError, parse } from 'csv-parse/sync'
import type { Table } from './table.ts'

/** Excel in China writes GB18030 where it does not say UTF-8; its "Unicode text" is UTF-16 with tabs. */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const separators = [',', '\t', ';', '，'] as const

/** The one that the first line has most of. */
const separatorOf = (text: string): string => {
  const first =
    text
      .slice(0, 2_000)
      .split(/\r?\n/)
      .find((line) => !line.startsWith('#')) ?? ''
  return separators.reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best))
}

/** The rows of a CSV file with their lines; a row longer or shorter than the heading is taken as it is. Undefined: no CSV. */
export const readCsv = (bytes: Uint8Array): Table | undefined => {
  const text = decodeText(bytes)
  if (text.includes('\u0000')) return undefined
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}
