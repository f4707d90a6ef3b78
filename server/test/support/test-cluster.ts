import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Cluster, startCluster } from '../../src/platform/database/embedded.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { migrationsFolder, readMigrations } from '../../src/platform/database/migration-files.ts'
import { poolFor } from '../../src/platform/database/pools.ts'
import { isAlive } from '../../src/platform/database/postmaster.ts'
import { actingPoolFor } from './program-pool.ts'

export interface TestCluster {
  /** For the environment variable SHEQUTONG_TEST_DATABASE_URL of the test processes. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * One cluster for a whole test run: TEST_DATABASE_URL's server (whose user may create databases and roles), else an
 * embedded one in a temporary folder, with fsync as in production. The migrated template is made here, once.
 */
export const startTestCluster = async (): Promise<TestCluster> => {
  const external = process.env.TEST_DATABASE_URL
  if (external !== undefined && external !== '') {
    await prepareTemplate(external)
    return { url: external, stop: async () => undefined }
  }
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-test-'))
  const cluster = await startCluster(folder, { settings })
  const stop = async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const url = await letCreateDatabases(cluster)
    await prepareTemplate(url)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Many small databases are made and dropped; what makes a commit durable stays as it is in production. */
const settings = { max_connections: '300', wal_init_zero: 'off', max_wal_size: '4GB' }

/** As the owner of an external server would be: makes databases, and logins for the servers that tests start. */
const letCreateDatabases = async (cluster: Cluster): Promise<string> => {
  await asOne(cluster.url('admin', 'postgres'), async (client) => {
    const { rows } = await client.query(
      `SELECT FROM pg_roles WHERE rolname = 'shequtong_owner' AND rolcreatedb AND rolcreaterole`,
    )
    if (rows.length > 0) return
    await client.query('GRANT shequtong_program TO shequtong_owner WITH ADMIN OPTION')
    await client.query('ALTER ROLE shequtong_owner CREATEDB CREATEROLE')
  })
  return cluster.url('owner', 'postgres')
}

let serverUrl: Promise<string> | undefined

/** The runner's cluster; for a single file run by hand the one below .cache, which is left running for the next time. */
const findServer = async (): Promise<string> => {
  const given = process.env.SHEQUTONG_TEST_DATABASE_URL || process.env.TEST_DATABASE_URL
  if (given) return given
  const folder = fileURLToPath(new URL('../../../.cache/test-cluster/', import.meta.url))
  const url = await letCreateDatabases(await startCluster(folder, { settings }))
  await removeLeftovers(url)
  return url
}

/** Databases of runs that were killed before they dropped them: their process is gone. */
const removeLeftovers = (server: string): Promise<void> =>
  asOne(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname ~ '^shequtong_test_[0-9]+_'`,
    )
    for (const { name } of rows) {
      if (!isAlive(Number(name.split('_')[2]))) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    }
  })

export interface TestDatabase {
  /** Acts as the program's role, as the server does. */
  readonly programPool: pg.Pool
  readonly ownerPool: pg.Pool
  /** Of the user that owns the database; as DATABASE_URL it starts a server on it. */
  readonly url: string
  readonly drop: () => Promise<void>
}

/** A database of its own, migrated and otherwise empty. `drop` it in the file's `after`. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  serverUrl ??= findServer()
  const server = await serverUrl
  const template = await prepareTemplate(server)
  const name = `shequtong_test_${process.pid}_${randomBytes(5).toString('hex')}`
  await asOne(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  const url = withDatabase(server, name)
  const ownerPool = poolFor(url, { max: 4, idleTimeoutMillis: 1_000, allowExitOnIdle: true })
  const programPool = actingPoolFor(url, { max: 10, idleTimeoutMillis: 1_000, allowExitOnIdle: true })
  const drop = async () => {
    await Promise.all([ownerPool.end(), programPool.end()])
    await patiently(() => asOne(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)))
  }
  return { programPool, ownerPool, url, drop }
}

let prepared: Promise<string> | undefined

/** The name says which migrations it holds: after a change of them a new template is made. */
const prepareTemplate = (server: string): Promise<string> => {
  prepared ??= makeTemplate(server)
  return prepared
}

const templateLock = 7_438_002

const makeTemplate = async (server: string): Promise<string> => {
  const migrations = await readMigrations(migrationsFolder)
  const content = JSON.stringify(migrations.map(({ file, sha256 }) => [file, sha256]))
  const name = `shequtong_template_${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
  await asOne(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock])
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rows.length > 0) return
    const unfinished = `${name}_unfinished`
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${unfinished}`)
    const pool = poolFor(withDatabase(server, unfinished), { max: 1 })
    try {
      await migrate(pool)
    } finally {
      await pool.end()
    }
    await patiently(() => client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`))
  })
  return name
}

/**
 * A session that was just closed still counts as a user of its database for a few milliseconds, and one of PostgreSQL's own that
 * looks in, which nobody else may end (42501), for as long as it takes.
 */
const passing: readonly (string | undefined)[] = ['55006', '42501']

const patiently = async (work: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (!passing.includes((error as { code?: string }).code) || attempt === 100) throw error
      await sleep(20)
    }
  }
}

const withDatabase = (url: string, database: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`)

const asOne = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
