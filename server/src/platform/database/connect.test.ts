import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { StartRefusal } from '../start-refusal.ts'
import { connectDatabase, type Database } from './connect.ts'
import { startCluster } from './embedded.ts'
import { migrate } from './migrate.ts'
import { isAlive, readPostmaster, stopPostmaster } from './postmaster.ts'

let dataDir = ''
let folder = ''
let cluster = ''

// making a cluster takes a second or more, so the tests share one: each finds it stopped and leaves it stopped
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shequtong-connect-'))
})

beforeEach(() => useFolder('database'))

afterEach(async () => {
  const left = await readPostmaster(cluster)
  if (left !== undefined && isAlive(left.pid)) await stopPostmaster(cluster, left.pid)
})

after(() => rm(dataDir, { recursive: true, force: true }))

const useFolder = (name: string) => {
  folder = join(dataDir, name)
  cluster = join(folder, 'cluster')
}

const open = (options = {}) => connectDatabase({ kind: 'embedded', folder }, { instance: 'embedded', ...options })

const startServer = async (): Promise<{ child: ChildProcess; line: string }> => {
  const program = fileURLToPath(new URL('./fixtures/server-process.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [data] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, line: data.toString().trim() }
}

const currentUser = async ({ programPool }: Database) =>
  (await programPool.query<{ name: string }>('SELECT current_user AS name')).rows[0]?.name

test('the first start makes a database whose program is not its owner, and what was written is there at the second', async () => {
  const first = await open()
  assert.equal(first.origin, 'started')
  assert.ok(first.serverVersion >= 180000)
  assert.equal(await currentUser(first), 'shequtong_program')
  await first.ownerPool.query('CREATE TABLE kept AS SELECT 1 AS one')
  await assert.rejects(first.programPool.query('CREATE TABLE mine (id int)'), /permission denied for schema public/)
  await first.stop()
  assert.equal(await readPostmaster(cluster), undefined, 'the stopped database left no postmaster.pid')
  const second = await open()
  assert.deepEqual((await second.programPool.query('SELECT one FROM kept')).rows, [{ one: 1 }])
  await second.stop()
})

test('Chinese sorts by pinyin and counts as letters for the trigram search', async () => {
  const database = await open()
  const sorted = await database.ownerPool.query<{ list: string }>(
    `SELECT string_agg(name, '' ORDER BY name) AS list FROM unnest(ARRAY['张','李','阿','吴']) AS name`,
  )
  assert.equal(sorted.rows[0]?.list, '阿李吴张')
  await database.ownerPool.query('CREATE EXTENSION pg_trgm')
  const trigrams = await database.ownerPool.query<{ count: number }>(`SELECT cardinality(show_trgm('楼组长')) AS count`)
  assert.equal(trigrams.rows[0]?.count, 4)
  await database.stop()
})

test('the password file is for its owner alone, and without a password nobody comes in', async () => {
  const database = await open()
  assert.equal((await stat(join(folder, 'passwords.json'))).mode & 0o777, 0o600)
  const client = new pg.Client({ connectionString: database.ownerUrl.replace(/:[^:@/]+@/, ':wrong@') })
  await assert.rejects(client.connect(), /password authentication failed/)
  await database.stop()
})

test('a server killed with -9 leaves an orphan that the next start adopts, and stops in the end', async () => {
  const { child, line } = await startServer()
  assert.equal(line, 'started')
  const orphan = await readPostmaster(cluster)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await open()
  assert.equal(next.origin, 'adopted')
  assert.equal((await readPostmaster(cluster))?.pid, orphan?.pid)
  await next.stop()
  assert.equal(await readPostmaster(cluster), undefined)
})

test('an orphan that runs with the settings of another program version is stopped and started anew', async () => {
  await startCluster(folder, { settings: { work_mem: '8MB' } })
  const orphan = await readPostmaster(cluster)
  const next = await open()
  assert.equal(next.origin, 'started')
  assert.notEqual((await readPostmaster(cluster))?.pid, orphan?.pid)
  await next.stop()
})

test('a second start on the same folder is refused while the first one lives, and leaves it alone', async () => {
  const { child, line } = await startServer()
  assert.equal(line, 'started')
  const second = await startServer()
  assert.equal(second.line, 'already-running')
  const running = await readPostmaster(cluster)
  assert.ok(running !== undefined && isAlive(running.pid), 'the refused start left the database running')
  child.kill('SIGTERM')
  await once(child, 'exit')
})

test('a first start does not stumble over the one that was killed and whose initdb still writes', async () => {
  useFolder('orphaned-initdb')
  const left = join(folder, 'cluster.unfinished', 'base')
  await mkdir(left, { recursive: true })
  const writing = `const { mkdirSync, writeFileSync } = require('node:fs')
    for (let n = 0; ; n += 1) { mkdirSync(${JSON.stringify(left)}, { recursive: true }); writeFileSync(${JSON.stringify(left)} + '/' + n, '') }`
  const initdb = spawn(process.execPath, ['-e', writing], { stdio: 'ignore' })
  try {
    const opened = await open()
    assert.equal(opened.origin, 'started')
    await opened.stop()
  } finally {
    initdb.kill('SIGKILL')
    await once(initdb, 'exit')
  }
})

test('five first starts at the same moment end with one server', async () => {
  useFolder('five')
  const servers = await Promise.all(Array.from({ length: 5 }, startServer))
  const lines = servers.map(({ line }) => line)
  assert.equal(lines.filter((line) => line === 'already-running').length, 4, lines.join())
  const winner = servers.find(({ line }) => line !== 'already-running')
  winner?.child.kill('SIGTERM')
  if (winner !== undefined) await once(winner.child, 'exit')
})

test('a tool beside a running server uses its database and leaves it running', async () => {
  const server = await open()
  const tool = await connectDatabase({ kind: 'embedded', folder })
  assert.equal(tool.origin, 'adopted')
  await tool.stop()
  assert.equal(await currentUser(server), 'shequtong_program')
  await server.stop()
  const alone = await connectDatabase({ kind: 'embedded', folder })
  assert.equal(alone.origin, 'started')
  await alone.stop()
  assert.equal(await readPostmaster(cluster), undefined, 'a tool alone stops what it started')
})

test('a killed postmaster is started again, the pools find it, and the instance keeps its lock', async () => {
  const database = await open()
  const killed = await readPostmaster(cluster)
  assert.ok(killed)
  process.kill(killed.pid, 'SIGKILL')
  const until = Date.now() + 20_000
  let back: string | undefined
  while (back === undefined && Date.now() < until) {
    await sleep(100)
    if ((await readPostmaster(cluster))?.pid !== killed.pid) back = await currentUser(database).catch(() => undefined)
  }
  assert.equal(back, 'shequtong_program')
  await sleep(500)
  assert.equal((await startServer()).line, 'already-running')
  await database.stop()
})

test('a postmaster.pid whose number now belongs to a stranger does not hinder the start', async () => {
  const first = await open()
  await first.stop()
  await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n\n\n\nready\n`)
  const next = await open()
  assert.equal(next.origin, 'started')
  await next.stop()
})

test('a folder made by another major version is refused before anything is touched', async () => {
  await (await open()).stop()
  await writeFile(join(cluster, 'PG_VERSION'), '17\n')
  await assert.rejects(
    open(),
    (error) => error instanceof StartRefusal && error.code === 'database-of-another-major-version',
  )
  assert.equal(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), '17\n')
  await writeFile(join(cluster, 'PG_VERSION'), '18\n')
})

test('a folder whose path is too long for a socket is served over the local network with a password', async () => {
  useFolder('a'.repeat(90))
  const database = await open()
  assert.match(database.ownerUrl, /@127\.0\.0\.1:\d+\//)
  assert.equal(await currentUser(database), 'shequtong_program')
  await database.stop()
})

test('a clone below a folder that nobody else may enter starts, also as root, who lends the database only the passage', async () => {
  const closed = join(dataDir, 'closed')
  await mkdir(closed, { mode: 0o700 })
  useFolder('closed/database')
  const database = await open()
  assert.equal(await currentUser(database), 'shequtong_program')
  await database.stop()
})

test('a user of DATABASE_URL without CREATEROLE is told what the administrator must run, and that is enough', async () => {
  const server = await startCluster(folder)
  const admin = new pg.Client({ connectionString: server.url('admin', 'postgres') })
  await admin.connect()
  await admin.query(`CREATE ROLE weak LOGIN PASSWORD 'weak'`)
  await admin.query('CREATE DATABASE weak OWNER weak')
  const url = server.url('owner', 'weak').replace(/\/\/[^@]*@/, '//weak:weak@')
  const loginFile = join(dataDir, 'weak-login.json')
  const openWeak = (appUrl?: string) => connectDatabase({ kind: 'external', url, appUrl, loginFile })
  const refusal = async (opening: Promise<Database>): Promise<StartRefusal> => {
    const refused = await opening.catch((error: unknown) => error)
    assert.ok(refused instanceof StartRefusal, String(refused))
    return refused
  }
  const roles = await refusal(openWeak())
  assert.equal(roles.code, 'database-roles-missing')
  const [, sql = ''] = /run: (.*)$/.exec(roles.whatToDo.en) ?? []
  assert.equal(sql, 'GRANT shequtong_program TO weak; GRANT shequtong_vault TO weak;')
  await admin.query(sql)
  const login = await refusal(openWeak())
  assert.equal(login.code, 'database-login-not-made')
  assert.equal(
    await readFile(loginFile, 'utf8').catch(() => 'none'),
    'none',
    'no secret is kept of a login that is none',
  )
  const [, create = ''] = /run: (.*;) and set DATABASE_APP_URL/.exec(login.whatToDo.en) ?? []
  await admin.query(create.replace('…', 'served'))
  const appUrl = url.replace('//weak:weak@', '//shequtong_server:served@')
  const opened = await openWeak(appUrl)
  await migrate(opened.ownerPool)
  assert.equal(await currentUser(opened), 'shequtong_server')
  await assert.rejects(opened.programPool.query('SELECT FROM identity.contacts'), /permission denied/)
  await opened.stop()

  assert.equal((await refusal(openWeak(url))).code, 'database-login-unfit', 'the owner is no login for a server')
  await admin.query('GRANT pg_read_all_data TO shequtong_server')
  const mighty = await refusal(openWeak(appUrl))
  assert.match(mighty.sentenceEn, /may do too much \(pg_read_all_data\)/)
  await admin.query('REVOKE pg_read_all_data, shequtong_program FROM shequtong_server')
  assert.match((await refusal(openWeak(appUrl))).sentenceEn, /is no member of shequtong_program/)
  await admin.end()
})
