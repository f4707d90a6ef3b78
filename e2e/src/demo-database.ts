import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createRelay } from '@shequtong/server/jobs/relay'
import { generateKeyRing, type KeyRingFile } from '@shequtong/server/platform/crypto/key-ring-file'
import { poolFor } from '@shequtong/server/platform/database/pools'
import { createDiskPhotoStore } from '@shequtong/server/platform/storage/photo-store'
import { startSimulators } from '@shequtong/server/start/simulators'
import { runDemoWorld } from '@shequtong/worlds/runner/run-demo-world'
import type pg from 'pg'
import { actingPoolFor } from '../../server/test/support/program-pool.ts'
import type { TestClock } from '../../server/test/support/test-clock.ts'
import { createTestDatabase } from '../../server/test/support/test-cluster.ts'
import { stageServices } from './stage-services.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** What the demo world is told by: a change of it makes another template. */
const tellers = ['worlds/src', 'server/src', 'server/migrations', 'contract/src', 'domain/src']

const sourcesHash = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const teller of tellers) {
    const entries = await readdir(join(repository, teller), { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const path of paths.filter((each) => !each.endsWith('.test.ts')).sort())
      hash.update(path).update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 12)
}

const withDatabase = (url: string, database: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`)

/** A closed session still counts as a user of its database for some milliseconds. */
const patiently = async (work: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work()
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 200) throw error
      await sleep(20)
    }
  }
}

/** The world's photos and key ring lie in the template itself, so that nothing of it is left beside the cluster. */
const packFiles = async (pool: pg.Pool, folder: string, keyRing: KeyRingFile): Promise<void> => {
  await pool.query('CREATE SCHEMA packed')
  await pool.query('CREATE TABLE packed.files (path text PRIMARY KEY, bytes bytea NOT NULL)')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    await pool.query('INSERT INTO packed.files VALUES ($1, $2)', [relative(folder, path), await readFile(path)])
  }
  await pool.query('INSERT INTO packed.files VALUES ($1, $2)', ['key-ring', Buffer.from(JSON.stringify(keyRing))])
}

const unpackFiles = async (pool: pg.Pool, folder: string): Promise<KeyRingFile> => {
  const { rows } = await pool.query<{ path: string; bytes: Buffer }>('SELECT path, bytes FROM packed.files')
  const store = createDiskPhotoStore(folder)
  for (const { path, bytes } of rows) if (path !== 'key-ring') await store.put(path, bytes)
  return JSON.parse(rows.find(({ path }) => path === 'key-ring')?.bytes.toString() ?? '') as KeyRingFile
}

/** Those of older sources, on a cluster that stays from run to run. */
const dropTemplates = async (server: pg.Pool): Promise<void> => {
  const { rows } = await server.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname ~ '^shequtong_demo_[0-9a-f]{12}$'`,
  )
  for (const { name } of rows) await server.query(`DROP DATABASE IF EXISTS ${name}`)
}

/** Tells the demo world into an empty database, once for a whole run of tests. */
const makeTemplate = async (server: pg.Pool, name: string, clock: TestClock): Promise<void> => {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-telling-'))
  const simulators = await startSimulators('127.0.0.1', '127.0.0.1')
  try {
    const keyRing = generateKeyRing('aes-256-gcm/sha-256', clock.now())
    const services = stageServices({
      pool: database.programPool,
      folder,
      keyRing,
      clock,
      simulators,
      publicUrl: 'http://localhost',
    })
    await runDemoWorld(services, database.ownerPool, clock.now())
    await createRelay(services).drain()
    await packFiles(database.ownerPool, folder, keyRing)
    await Promise.all([database.programPool.end(), database.ownerPool.end()])
    const [, made] = /^postgres(?:ql)?:\/\/[^/]*\/([^?]*)/.exec(database.url) ?? []
    await patiently(() => server.query(`ALTER DATABASE ${made} RENAME TO ${name}`))
  } finally {
    await simulators.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export interface DemoDatabase {
  readonly pool: pg.Pool
  readonly ownerPool: pg.Pool
  readonly keyRing: KeyRingFile
  /** Of the photos. */
  readonly folder: string
  readonly drop: () => Promise<void>
}

const templateLock = 7_438_003
let made = 0

/** A database of its own in which the demo world stands as it is at the clock's time. `drop` it at the end. */
export const createDemoDatabase = async (clock: TestClock): Promise<DemoDatabase> => {
  const scratch = await createTestDatabase()
  const server = poolFor(withDatabase(scratch.url, 'postgres'), { max: 2 })
  const template = `shequtong_demo_${await sourcesHash()}`
  made += 1
  const name = `shequtong_test_${process.pid}_demo${made}`
  const holder = await server.connect()
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [templateLock])
    const { rows } = await holder.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rows.length === 0) {
      await dropTemplates(server)
      await makeTemplate(server, template, clock)
    }
    await patiently(() => holder.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [templateLock])
    holder.release()
    await scratch.drop()
  }
  const url = withDatabase(scratch.url, name)
  const ownerPool = poolFor(url, { max: 2, allowExitOnIdle: true })
  const pool = actingPoolFor(url, { max: 10, allowExitOnIdle: true })
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-stage-'))
  const keyRing = await unpackFiles(ownerPool, folder)
  const drop = async () => {
    await Promise.all([pool.end(), ownerPool.end()])
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.end()
    await rm(folder, { recursive: true, force: true })
  }
  return { pool, ownerPool, keyRing, folder, drop }
}
