import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { openKeyRing } from '../platform/crypto/key-ring.ts'
import { generateKeyRing, writeKeyRing } from '../platform/crypto/key-ring-file.ts'
import { StartRefusal } from '../platform/start-refusal.ts'
import { openRing } from './open-ring.ts'
import { addKeys, retireKeys, rotateKeys } from './rotate-keys.ts'
import { createVault } from './vault.ts'

const now = new Date('2026-03-01T02:00:00Z')
let database: TestDatabase
let folder: string
before(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'key-ring-'))
})
after(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => assert.fail('it was opened'),
    (error) => {
      assert.ok(error instanceof StartRefusal, String(error))
      return error.code
    },
  )

test('a vault that holds somebody is opened with its own keys alone: a lost ring is not replaced by a new one', async () => {
  const secretsFile = join(folder, 'secrets.json')
  const development = { mode: 'development', secretsFile } as const
  const made = await openRing(development, database.ownerPool, now)
  assert.deepEqual(await openRing(development, database.ownerPool, now), made)
  const vault = createVault(openKeyRing(secretsFile))
  const personId = randomUUID()
  assert.ok((await vault.putPhone(database.programPool, personId, '+8613800138000', now)).ok)
  assert.deepEqual(await openRing({ ...development, mode: 'production' }, database.ownerPool, now), made)

  const lost = join(folder, 'lost.json')
  assert.equal(
    await refusal(openRing({ mode: 'development', secretsFile: lost }, database.ownerPool, now)),
    'key-ring-of-another-database',
  )
  await assert.rejects(stat(lost), { code: 'ENOENT' })

  const foreign = join(folder, 'foreign.json')
  await writeKeyRing(foreign, generateKeyRing('aes-256-gcm/sha-256', now))
  for (const mode of ['production', 'development'] as const)
    assert.equal(
      await refusal(openRing({ mode, secretsFile: foreign }, database.ownerPool, now)),
      'key-ring-of-another-database',
    )

  const halfForeign = join(folder, 'half.json')
  const { blindKeys } = generateKeyRing('aes-256-gcm/sha-256', now)
  await writeKeyRing(halfForeign, { ...made, blindKeys })
  assert.equal(
    await refusal(openRing({ mode: 'production', secretsFile: halfForeign }, database.ownerPool, now)),
    'key-ring-of-another-database',
  )
})

test('a start in the midst of a rotation, and after it, goes on; the ring of before it is too old', async () => {
  const secretsFile = join(folder, 'secrets.json')
  const production = { mode: 'production', secretsFile } as const
  const open = () => openRing(production, database.ownerPool, now)
  await addKeys(secretsFile, { sealing: true, blind: true, suite: 'aes-256-gcm/sha-256' }, now)
  await open()
  await rotateKeys(database.ownerPool, openKeyRing(secretsFile))
  await open()
  await retireKeys(database.ownerPool, secretsFile, now)
  await open()
})
