import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { openKeyRing } from '../platform/crypto/key-ring.ts'
import { generateKeyRing, readKeyRing, writeKeyRing } from '../platform/crypto/key-ring-file.ts'
import { runKeysCommand } from './keys-command.ts'
import { wu } from './test-persons.ts'
import { createVault } from './vault.ts'

const now = new Date('2026-03-01T02:00:00Z')
let database: TestDatabase
let folder: string
before(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'keys-command-'))
})
after(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

describe('the operator at the terminal', () => {
  it('adds, rotates and retires keys, reads counts and no secret', async () => {
    const ringPath = join(folder, 'keys.json')
    await writeKeyRing(ringPath, generateKeyRing('aes-256-gcm/sha-256', now))
    const secrets = () => Object.values({ ...readKeyRing(ringPath).keys, ...readKeyRing(ringPath).blindKeys })
    const personId = randomUUID()
    await createVault(openKeyRing(ringPath)).putIdentity(database.programPool, personId, wu, now)
    const run = async (line: string): Promise<{ code: number; printed: string }> => {
      const lines: string[] = []
      const print = (text: string) => lines.push(text)
      const code = await runKeysCommand(line.split(' '), { ownerPool: database.ownerPool, ringPath, now, print })
      for (const { secret } of secrets()) assert.ok(!lines.join('\n').includes(secret))
      return { code, printed: lines.join('\n') }
    }
    assert.match((await run('status')).printed, /persons_identity: 0 rows not in line/)
    const added = await run('add --suite=sm4-ctr+hmac-sm3')
    assert.match(added.printed, /sm4-ctr\+hmac-sm3 \(current\)[\s\S]*persons_identity: 1 rows not in line/)
    const rotated = await run('rotate')
    assert.equal(rotated.code, 0)
    assert.match(rotated.printed, /persons_identity: 1 rewritten, 0 remaining/)
    assert.match((await run('rotate')).printed, /persons_identity: 0 rewritten, 0 remaining/)
    assert.equal((await run('retire')).code, 0)
    assert.deepEqual(
      secrets().map(({ suite }) => suite),
      ['sm4-ctr+hmac-sm3', 'sm4-ctr+hmac-sm3'],
    )
    const own = await createVault(openKeyRing(ringPath)).ownIdentity(database.programPool, personId)
    assert.deepEqual(own?.identity, wu)
  })

  it('who mistypes reads how it is done, and nothing changes', async () => {
    const ringPath = join(folder, 'untouched.json')
    await writeKeyRing(ringPath, generateKeyRing('aes-256-gcm/sha-256', now))
    const ring = readKeyRing(ringPath)
    for (const line of [
      '',
      'rotat',
      'add --suite=rot13',
      'add --only-blind --only-sealing',
      'retire all',
      'add --force',
    ]) {
      const lines: string[] = []
      const tools = { ownerPool: database.ownerPool, ringPath, now, print: (text: string) => lines.push(text) }
      assert.equal(await runKeysCommand(line.split(' '), tools), 2, line)
      assert.match(lines.join('\n'), /keys rotate/)
    }
    assert.deepEqual(readKeyRing(ringPath), ring)
  })
})
