import type pg from 'pg'
import { databaseNewer, migrationEdited, migrationFailed, migrationSkipped } from './migrate-refusals.ts'
import { type Migration, migrationsFolder, readMigrations } from './migration-files.ts'
import { prepareRoles } from './roles.ts'

/** Any constant will do; it only has to be this program's own. Session-level, so that a killed start frees it. */
const migrationLock = 7_438_001

interface Landed {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

/**
 * Brings the database to the newest migration, each in one transaction, and returns what was applied now. Several
 * processes may start at once: the others wait. Throws a StartRefusal when the database is not one that these files made.
 * `upTo`: the last number to apply, for a restore that has rows of an older schema.
 */
export const migrate = async (
  ownerPool: pg.Pool,
  folder: string = migrationsFolder,
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<Migration[]> => {
  const client = await ownerPool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await prepareRoles(client)
    await client.query(ledger)
    const pending = (await pendingOf(client, await readMigrations(folder))).filter(({ number }) => number <= upTo)
    for (const migration of pending) await apply(client, migration)
    return pending
  } finally {
    // ends the session and with it the lock, also after an error that left a transaction open
    client.release(true)
  }
}

const ledger = `
  CREATE TABLE IF NOT EXISTS public.schema_migrations (
    number integer PRIMARY KEY,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  REVOKE INSERT, UPDATE, DELETE ON public.schema_migrations FROM shequtong_program;
`

const pendingOf = async (client: pg.ClientBase, migrations: readonly Migration[]): Promise<Migration[]> => {
  const { rows } = await client.query<Landed>(
    'SELECT number, name, sha256 FROM public.schema_migrations ORDER BY number',
  )
  const byNumber = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const landed of rows) {
    const migration = byNumber.get(landed.number)
    if (migration === undefined) throw databaseNewer(landed.number, migrations.at(-1)?.number ?? 0)
    if (migration.sha256 !== landed.sha256 || migration.name !== landed.name) throw migrationEdited(migration)
  }
  const newest = rows.at(-1)?.number ?? 0
  const landed = new Set(rows.map((row) => row.number))
  const pending = migrations.filter((migration) => !landed.has(migration.number))
  const skipped = pending.find((migration) => migration.number < newest)
  if (skipped !== undefined) throw migrationSkipped(skipped, newest)
  return pending
}

const apply = async (client: pg.ClientBase, migration: Migration): Promise<void> => {
  try {
    await client.query('BEGIN')
    await client.query(migration.sql)
    await client.query('RESET ROLE')
    await client.query('INSERT INTO public.schema_migrations (number, name, sha256) VALUES ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw migrationFailed(migration, cause)
  }
}
