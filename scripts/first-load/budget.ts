import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstLoadOf } from './files.ts'

/** Of the resident shell, compressed by gzip. */
export const maxScriptBytes = 100_000
export const maxBytes = 130_000

export interface Weighed {
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  readonly scriptBytes: number
  readonly allBytes: number
}

/** What the built page loads by itself before anyone touches it. */
export const weigh = async (dist: string): Promise<Weighed> => {
  const files: { path: string; bytes: number }[] = []
  for (const path of await firstLoadOf(dist))
    files.push({ path, bytes: gzipSync(await readFile(join(dist, path)), { level: 9 }).length })
  const sum = (which: typeof files) => which.reduce((total, { bytes }) => total + bytes, 0)
  return { files, scriptBytes: sum(files.filter(({ path }) => path.endsWith('.js'))), allBytes: sum(files) }
}
