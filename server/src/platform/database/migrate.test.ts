import assert from 'node:assert/strict'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-cluster.ts'
import { StartRefusal } from '../start-refusal.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let ownerPool: pg.Pool
let folder = ''

before(async () => {
  database = await createTestDatabase()
  ownerPool = database.ownerPool
})

after(() => database.drop())

beforeEach(async () => {
  // as before the first start: these tests bring migrations of their own
  await ownerPool.query('DROP SCHEMA IF EXISTS identity CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  folder = await mkdtemp(join(tmpdir(), 'shequtong-migrations-'))
  await write('0001_first.sql', 'CREATE TABLE first (id int);\nINSERT INTO first VALUES (1);\n')
  await write('0002_second.sql', 'CREATE TABLE second (id int);\n')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (file: string, sql: string) => writeFile(join(folder, file), sql)

const run = async () => (await migrate(ownerPool, folder)).map(({ file }) => file)

const refusedWith = (code: string, words?: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartRefusal, String(error))
  assert.equal(error.code, code)
  assert.ok(error.sentenceZh !== '' && error.whatToDo.zh !== '')
  if (words !== undefined) assert.match(error.sentenceEn, words)
  return true
}

test('migrations are applied in order, once', async () => {
  assert.deepEqual(await run(), ['0001_first.sql', '0002_second.sql'])
  assert.deepEqual(await run(), [])
  await write('0003_third.sql', 'ALTER TABLE second ADD name text;')
  assert.deepEqual(await run(), ['0003_third.sql'])
})

test('three servers that start at once apply each migration once', async () => {
  const applied = await Promise.all([run(), run(), run()])
  assert.deepEqual(applied.flat(), ['0001_first.sql', '0002_second.sql'])
})

test('an edited migration is refused by its name, whether its text or its name changed', async () => {
  await run()
  await write('0001_first.sql', 'CREATE TABLE first (id bigint);')
  await assert.rejects(run(), refusedWith('migration-edited', /0001_first\.sql/))
  await write('0001_first.sql', 'CREATE TABLE first (id int);\nINSERT INTO first VALUES (1);\n')
  await rename(join(folder, '0002_second.sql'), join(folder, '0002_other.sql'))
  await assert.rejects(run(), refusedWith('migration-edited', /0002_other\.sql/))
})

test('a checkout with the line ends of Windows is no edit', async () => {
  await run()
  await write('0001_first.sql', 'CREATE TABLE first (id int);\r\nINSERT INTO first VALUES (1);\r\n')
  assert.deepEqual(await run(), [])
})

test('an older program refuses a newer database and changes nothing', async () => {
  await run()
  await rm(join(folder, '0002_second.sql'))
  await assert.rejects(run(), refusedWith('database-newer', /migration 2.*migration 1/))
})

test('a migration with a number below the newest applied one is refused', async () => {
  await rm(join(folder, '0001_first.sql'))
  await run()
  await write('0001_late.sql', 'SELECT 1;')
  await assert.rejects(run(), refusedWith('migration-skipped', /0001_late\.sql/))
})

test('a migration that fails names its line, leaves nothing of itself, and those before it stay', async () => {
  await write('0002_second.sql', 'CREATE TABLE second (id int);\n\nCREATE TABLE third (id nonsense);\n')
  await assert.rejects(run(), refusedWith('migration-failed', /0002_second\.sql:3.*nonsense/))
  const { rows } = await ownerPool.query(`SELECT to_regclass('second') AS second, to_regclass('first') AS first`)
  assert.deepEqual(rows, [{ second: null, first: 'first' }])
  await write('0002_second.sql', 'CREATE TABLE second (id int);')
  assert.deepEqual(await run(), ['0002_second.sql'])
})

test('two files of one number and a file without one stop the developer', async () => {
  await write('0002_twice.sql', 'SELECT 1;')
  await assert.rejects(run(), /Two migrations have the number 2/)
  await rename(join(folder, '0002_twice.sql'), join(folder, 'notes.sql'))
  await assert.rejects(run(), /notes\.sql is not named/)
})

test('the program reads and writes what a migration made, and neither alters it nor forges the ledger', async () => {
  await run()
  const { programPool } = database
  assert.equal((await programPool.query('INSERT INTO first VALUES (2) RETURNING id')).rows[0].id, 2)
  await assert.rejects(programPool.query('ALTER TABLE first ADD x int'), /must be owner/)
  await assert.rejects(programPool.query('DELETE FROM schema_migrations'), /permission denied/)
})

test('what a migration takes back from the program stays taken back at the next start', async () => {
  await write('0002_second.sql', 'CREATE TABLE second (id int); REVOKE DELETE ON second FROM shequtong_program;')
  await run()
  await run()
  await assert.rejects(database.programPool.query('DELETE FROM second'), /permission denied/)
})

test('a migration that acts as the vault does not leave the next one acting as it', async () => {
  await write('0002_second.sql', 'SET ROLE shequtong_vault;')
  await write('0003_third.sql', 'CREATE TABLE third AS SELECT current_user::text AS name;')
  await run()
  const { rows } = await ownerPool.query('SELECT name = current_user AS same FROM third')
  assert.deepEqual(rows, [{ same: true }])
})
