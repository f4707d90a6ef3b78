import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const leftOut = new Set(['node_modules', '.git', '.cache', '.data', 'dist', 'coverage', 'screenshots'])

/** Every file below `folder` that people keep there, in alphabetical order; paths with `/`, relative to it. */
export const listFiles = async (folder: string, below = ''): Promise<string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : listFiles(folder, path)
      return entry.isFile() ? [path] : []
    }),
  )
  return nested.flat().sort()
}
