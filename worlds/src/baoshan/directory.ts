import { readFileSync } from 'node:fs'
import { type DirectoryRow, readDirectory } from '@shequtong/server/territory/read-directory'

/** Baoshan as it lies beside this file. */
export const baoshanDirectory = (): readonly DirectoryRow[] => {
  const reading = readDirectory(readFileSync(new URL('./directory.csv', import.meta.url), 'utf8'))
  if (!reading.ok) throw new Error(`directory.csv: ${JSON.stringify(reading.violation.problems)}`)
  return reading.value
}
