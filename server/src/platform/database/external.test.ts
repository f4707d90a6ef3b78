import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-cluster.ts'
import { StartRefusal } from '../start-refusal.ts'
import { connectDatabase } from './connect.ts'
import { urlAs } from './program-login.ts'

let database: TestDatabase
let dataDir = ''
const loginFile = () => join(dataDir, 'database-login.json')

before(async () => {
  database = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'shequtong-external-'))
})

after(async () => {
  const { user } = JSON.parse(await readFile(loginFile(), 'utf8')) as { user: string }
  await database.ownerPool.query(`DROP ROLE ${user}`)
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

const open = (url: string, instance?: string) =>
  connectDatabase({ kind: 'external', url, loginFile: loginFile() }, instance === undefined ? {} : { instance })

const refusal = async (url: string): Promise<StartRefusal> => {
  const error = await open(url).then(
    () => undefined,
    (refused: unknown) => refused,
  )
  assert.ok(error instanceof StartRefusal, `${url} was not refused`)
  assert.match(error.sentenceZh, /。|：/)
  assert.ok(!error.message.includes('hunter2'), 'a password stands in the sentence')
  return error
}

test('a server on DATABASE_URL logs in as nobody who could open the identity vault, or become who can', async () => {
  const opened = await open(database.url)
  assert.ok(opened.serverVersion >= 150000)
  const { rows } = await opened.programPool.query<{ session: string; now: string }>(
    'SELECT session_user::text AS session, current_user::text AS now',
  )
  assert.match(rows[0]?.session ?? '', /^shequtong_server_[0-9a-f]{8}$/)
  assert.equal(rows[0]?.now, rows[0]?.session)
  const owner = await opened.ownerPool.query<{ name: string }>('SELECT current_user::text AS name')
  const hostile = [
    'SELECT FROM identity.persons_identity',
    'SELECT FROM identity.contacts',
    `SET ROLE "${owner.rows[0]?.name}"`,
    'SET ROLE shequtong_vault',
    `SET SESSION AUTHORIZATION "${owner.rows[0]?.name}"`,
    'ALTER TABLE public.events DISABLE TRIGGER ALL',
    'DELETE FROM public.events',
    'CREATE TABLE public.mine (id int)',
    `ALTER ROLE "${rows[0]?.session}" CREATEROLE`,
    `GRANT shequtong_vault TO "${rows[0]?.session}"`,
  ]
  for (const statement of hostile)
    await assert.rejects(
      opened.programPool.query(statement),
      /permission denied|must be owner|must be able|must have/,
      statement,
    )
  await opened.programPool.query('RESET ROLE')
  await assert.rejects(opened.programPool.query('SELECT FROM identity.contacts'), /permission denied/)
  await opened.stop()
})

test('the login is made once and kept: at the next start, and by a tool beside the server', async () => {
  const sessionUser = async (pool: pg.Pool) =>
    (await pool.query<{ name: string }>('SELECT session_user::text AS name')).rows[0]?.name
  const both = await Promise.all([open(database.url), open(database.url)])
  const [first, second] = await Promise.all(both.map(({ programPool }) => sessionUser(programPool)))
  assert.equal(first, second)
  await Promise.all(both.map((one) => one.stop()))
  assert.equal((await stat(loginFile())).mode & 0o777, 0o600)
  const kept = JSON.parse(await readFile(loginFile(), 'utf8')) as { user: string; password: string }
  const { rows } = await database.ownerPool.query(
    `SELECT rolcanlogin AND NOT (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls) AS plain
     FROM pg_roles WHERE rolname = $1`,
    [kept.user],
  )
  assert.deepEqual(rows, [{ plain: true }])
})

test('what DATABASE_URL says besides the user holds for the server too', async () => {
  const opened = await open(`${database.url}${database.url.includes('?') ? '&' : '?'}options=-c%20jit%3Doff`)
  const { rows } = await opened.programPool.query(`SELECT current_setting('jit') AS jit`)
  assert.deepEqual(rows, [{ jit: 'off' }])
  await opened.stop()
  const login = { user: 'me', password: 'p/w@' }
  assert.equal(
    urlAs('postgres://owner:x@db.internal:5432/she?sslmode=verify-full&user=owner', login),
    'postgres://me:p%2Fw%40@db.internal:5432/she?sslmode=verify-full',
  )
  assert.equal(urlAs('postgresql:///she?host=/run/pg', login), 'postgresql://me:p%2Fw%40@/she?host=%2Frun%2Fpg')
})

test('two servers of one name exclude each other; of two names, or a tool beside them, they do not', async () => {
  const first = await open(database.url, 'port 3000')
  await assert.rejects(open(database.url, 'port 3000'), (error) => (error as StartRefusal).code === 'already-running')
  const others = [await open(database.url, 'port 3001'), await open(database.url)]
  await first.stop()
  others.push(await open(database.url, 'port 3000'))
  await Promise.all(others.map((other) => other.stop()))
})

test('a wrong DATABASE_URL is answered with the sentence that fits', async () => {
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  await new Promise((resolve) => silent.close(resolve))
  assert.equal((await refusal(`postgresql://me:hunter2@127.0.0.1:${port}/x`)).code, 'database-unreachable')
  const unquoted = `postgresql://me:p@hunter2@127.0.0.1:${port}/x`
  assert.equal((await refusal(unquoted)).code, 'database-unreachable')
  assert.equal((await refusal('mysql://me:hunter2@127.0.0.1/x')).code, 'database-url-malformed')
  assert.equal((await refusal('postgresql://me:hunter2@no-such-host.invalid/x')).code, 'database-host-unknown')
  const absent = database.url.replace(/\/shequtong_test_\w+/, '/no_such_database')
  assert.equal((await refusal(absent)).code, 'database-missing')
})

test('something else than PostgreSQL behind the address is refused, not waited for', async () => {
  const web = createServer((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const { port } = web.address() as { port: number }
  assert.equal((await refusal(`postgresql://me:hunter2@127.0.0.1:${port}/x`)).code, 'database-url-wrong')
  web.close()
})
