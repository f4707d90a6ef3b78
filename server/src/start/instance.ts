import { createHash, randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../platform/config/config-types.ts'
import { writeDurably } from '../platform/files.ts'

/** What a running server leaves in DATA_DIR for the next one that is started there. The advisory lock says if it is true. */
export interface RunningInstance {
  readonly pid: number
  readonly addresses: readonly string[]
  readonly startedAt: string
}

/**
 * Two servers of one name exclude each other. On an embedded database there is one server per data folder; on an external
 * one a data folder may serve several, as long as they differ in port or parts.
 */
export const instanceName = async (config: Config): Promise<string> => {
  if (config.database.kind === 'embedded') return 'embedded'
  const role = config.parts.has('http') ? `port ${config.port}` : [...config.parts].sort().join(',')
  return `${await folderId(config.dataDir)} ${role}`
}

/** Two machines whose data folders have the same path must not take each other for the same instance. */
const folderId = async (dataDir: string): Promise<string> => {
  const path = join(dataDir, 'instance-id')
  const known = (await readFile(path, 'utf8').catch(() => '')).trim()
  if (known !== '') return known
  const made = randomUUID()
  await writeDurably(path, `${made}\n`)
  return made
}

const fileOf = (dataDir: string, name: string): string =>
  join(
    dataDir,
    name === 'embedded'
      ? 'instance.json'
      : `instance-${createHash('sha256').update(name).digest('hex').slice(0, 8)}.json`,
  )

/** Says to later starts where this one answers. Call it once it listens. */
export const announceInstance = (dataDir: string, name: string, running: RunningInstance): Promise<void> =>
  writeDurably(fileOf(dataDir, name), `${JSON.stringify(running, null, 2)}\n`)

/** First act of a shutdown: a start that finds no announcement waits for the lock. */
export const withdrawInstance = (dataDir: string, name: string): Promise<void> =>
  rm(fileOf(dataDir, name), { force: true })

export const readInstance = async (dataDir: string, name: string): Promise<RunningInstance | undefined> => {
  try {
    return JSON.parse(await readFile(fileOf(dataDir, name), 'utf8')) as RunningInstance
  } catch {
    return undefined
  }
}
