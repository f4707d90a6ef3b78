import { openRing } from '../identity/open-ring.ts'
import { createVault, type Vault } from '../identity/vault.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config-types.ts'
import { readConfig } from '../platform/config.ts'
import { openKeyRing } from '../platform/crypto/key-ring.ts'
import { connectDatabase, type Database } from '../platform/database/connect.ts'
import { type Db, dbOver } from '../platform/database/db.ts'
import { migrate } from '../platform/database/migrate.ts'
import { prepareDataFolder } from '../start/data-folder.ts'
import { printStartFailure } from '../start/refusals.ts'

/** What a program at the operator's terminal works with: the configuration and the database of the installation. */
export interface Tool {
  readonly config: Config
  readonly database: Database
  /** Acts as the program's role, like a server. */
  readonly db: Db
  readonly words: readonly string[]
  readonly now: Date
  readonly print: (line: string) => void
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs `work` on the installation's database, which a running server may be using, and ends the process with its exit
 * code. `migrated`: the tables are brought up to date first, as a start would.
 */
export const runTool = async (
  work: (tool: Tool) => Promise<number>,
  { migrated = true }: { readonly migrated?: boolean } = {},
): Promise<void> => {
  // whoever reads us (`| head`) may leave; the database must still be left in order
  process.stdout.on('error', () => undefined)
  try {
    const config = readConfig()
    await prepareDataFolder(config.dataDir)
    const database = await connectDatabase(config.database, { poolSize: 2 })
    try {
      if (migrated) await migrate(database.ownerPool)
      const words = process.argv.slice(2)
      const db = dbOver(database.programPool)
      process.exitCode = await work({ config, database, db, words, now: systemClock.now(), print })
    } finally {
      await database.stop()
    }
  } catch (error) {
    process.exitCode = printStartFailure(error, '.data', (text) => process.stderr.write(text))
  }
}

/** The vault of the installation; outside production its keys are made here if no start has made them yet. */
export const openVault = async ({
  config,
  database,
  now,
}: Pick<Tool, 'config' | 'database' | 'now'>): Promise<Vault> => {
  await openRing(config, database.ownerPool, now)
  return createVault(openKeyRing(config.secretsFile))
}
