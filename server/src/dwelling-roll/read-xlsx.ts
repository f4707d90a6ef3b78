import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import type { Table } from './table.ts'

/** A roll of 20,000 rows unpacks to 8 MB; a file that claims more than this is a bomb or no roll. */
export const maxUnpackedBytes = 60_000_000

export class TooLargeInside extends Error {}

/**
 * Unpacks only what a sheet is made of, and nothing at all when the archive's directory claims too much. Each entry is
 * unpacked into a buffer of its claimed size, so that one that lies about it is cut off, not grown.
 */
const unpack = (bytes: Uint8Array): Record<string, Uint8Array> => {
  let claimed = 0
  const isWanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!/\.(xml|rels)$/.test(name) || /^(docProps|xl\/(theme|drawings|media|charts))\//.test(name)) return false
    claimed += originalSize
    if (claimed > maxUnpackedBytes) throw new TooLargeInside()
    return true
  }
  return unzipSync(bytes, { filter: isWanted })
}

/** As Excel itself shows a number: 15 significant digits; a longer one was rounded already and shows it (3.1E+17). */
const numberText = (value: number): string => {
  const shown = Number(value.toPrecision(15))
  return Math.abs(shown) >= 1e15 ? shown.toExponential(5).replace('e', 'E') : String(shown)
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return numberText(cell)
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

/** The rows of the first sheet. Undefined: no XLSX. Throws `TooLargeInside`. */
export const readXlsx = async (bytes: Uint8Array): Promise<Table | undefined> => {
  try {
    // packed anew without compression: the reader meets exactly what was measured
    const measured = zipSync(unpack(bytes), { level: 0 })
    const rows = await readSheet(measured.buffer as ArrayBuffer)
    return rows.flatMap((row, index) => {
      const cells = row.map(cellText)
      return cells.every((cell) => cell === '') ? [] : [{ line: index + 1, cells }]
    })
  } catch (error) {
    if (error instanceof TooLargeInside) throw error
    return undefined
  }
}
