import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generatedFiles } from '../../../scripts/generated-files.ts'
import { listFiles } from './repository-files.ts'

export interface FileSize {
  /** Below the folder that was walked. */
  readonly path: string
  readonly lines: number
}

/** What ends a line for a reader of TypeScript (ECMA-262, LineTerminatorSequence). */
const lineEnd = /\r\n|[\n\r\u2028\u2029]/

const code = /\.([cm]?[jt]sx?|css|html|sql|sh)$/
/** By path: a name of its own makes no file a generated one. */
const generated = new Set(generatedFiles.map(({ path }) => path))
const linesIn = (text: string): number => text.split(lineEnd).length - (/[\n\r\u2028\u2029]$/.test(text) ? 1 : 0)

/** Every file of code below `folder` that people write, with its number of lines. */
export const measure = async (folder: string): Promise<FileSize[]> => {
  const paths = (await listFiles(folder)).filter((path) => code.test(path) && !generated.has(path))
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8')
      return { path, lines: linesIn(text) }
    }),
  )
}

export const maxLines = 400
export const maxTestLines = 600

const limitOf = (path: string): number => (/\.test\.tsx?$|(^|\/)scenes\//.test(path) ? maxTestLines : maxLines)

/** Files over their limit. `excused` are named with their reason; one that is no longer too long has to go. */
export const tooLong = (sizes: readonly FileSize[], excused: Readonly<Record<string, string>> = {}): string[] => {
  const long = sizes.filter(({ path, lines }) => lines > limitOf(path))
  const paths = new Set(long.map(({ path }) => path))
  return [
    ...long.filter(({ path }) => !Object.hasOwn(excused, path)).map(({ path, lines }) => `${path} has ${lines} lines`),
    ...Object.keys(excused)
      .filter((path) => !paths.has(path))
      .map((path) => `${path} needs no excuse`),
  ]
}

/** The size below which `share` of the files lie. */
export const percentile = (sizes: readonly FileSize[], share: number): number => {
  const lines = sizes.map((size) => size.lines).sort((a, b) => a - b)
  return lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0
}
