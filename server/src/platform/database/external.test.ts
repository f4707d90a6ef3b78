import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-cluster.ts'
import { StartRefusal } from '../start-refusal.ts'
import { connectDatabase } from './connect.ts'

let database: TestDatabase

before(async () => {
  database = await createTestDatabase()
})

after(() => database.drop())

const open = (url: string, instance?: string) =>
  connectDatabase({ kind: 'external', url }, instance === undefined ? {} : { instance })

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

test('a program on DATABASE_URL acts as its role and stays out of the identity vault', async () => {
  const opened = await open(database.url)
  assert.ok(opened.serverVersion >= 150000)
  const { rows } = await opened.programPool.query('SELECT current_user::text AS name')
  assert.deepEqual(rows, [{ name: 'shequtong_program' }])
  const vault = opened.programPool.query('SELECT FROM identity.persons_identity')
  await assert.rejects(vault, /permission denied/)
  await opened.stop()
})

test('options in DATABASE_URL do not switch the role off', async () => {
  const opened = await open(`${database.url}${database.url.includes('?') ? '&' : '?'}options=-c%20jit%3Doff`)
  const { rows } = await opened.programPool.query(`SELECT current_user::text AS name, current_setting('jit') AS jit`)
  assert.deepEqual(rows, [{ name: 'shequtong_program', jit: 'off' }])
  await opened.stop()
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
