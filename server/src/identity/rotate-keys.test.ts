import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { keyRingOf, openKeyRing } from '../platform/crypto/key-ring.ts'
import { generateKeyRing, readKeyRing, writeKeyRing } from '../platform/crypto/key-ring-file.ts'
import { addKeys, retireKeys, rotateKeys } from './rotate-keys.ts'
import { rotateTable } from './rotate-rows.ts'
import { rotationTables } from './rotation-tables.ts'
import { citizenId, rollEntry, wu } from './test-persons.ts'
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

const persons = Array.from({ length: 30 }, (_, n) => ({
  personId: randomUUID(),
  identity: { ...wu, documentNumber: citizenId(n), birthOn: n % 2 === 0 ? wu.birthOn : null },
  phone: `+86137${String(n).padStart(8, '0')}`,
  openid: { appId: 'wx', openid: `o${n}`, unionid: n % 3 === 0 ? `u${n}` : null },
}))
const entries = Array.from({ length: 60 }, (_, n) => rollEntry(n, n % 4 === 0 ? { phone: null } : {}))

describe('the operator changes the keys while the program runs', () => {
  const everythingIsReadable = async (vault: ReturnType<typeof createVault>) => {
    const pool = database.programPool
    for (const { personId, identity, phone, openid } of persons) {
      assert.deepEqual((await vault.ownIdentity(pool, personId))?.identity, identity)
      assert.equal(await vault.findPersonByPhone(pool, phone), personId)
      assert.equal(await vault.findPersonByDocument(pool, 'citizenId', identity.documentNumber), personId)
      assert.equal(await vault.findPersonByOpenid(pool, openid.appId, openid.openid), personId)
      assert.equal((await vault.deliveryAddresses(pool, personId)).openids[0]?.openid, openid.openid)
      if (openid.unionid !== null) assert.equal(await vault.findPersonByUnionid(pool, openid.unionid), personId)
    }
    const [first, entry] = [persons[1], entries[1]]
    assert.ok(first && entry)
    const claim = { personId: first.personId, communityId: 9, entryIds: [entry.entryId] }
    assert.equal((await vault.compareClaimWithRoll(pool, claim))[0]?.documentMatches, true)
    assert.equal(
      (
        await vault.rollMasks(
          pool,
          9,
          entries.map(({ entryId }) => entryId),
        )
      ).size,
      entries.length,
    )
  }

  it('to the national suite and a new blind key, under writes; then the old keys go, and a stale process catches up', async () => {
    const path = join(folder, 'keys.json')
    await writeKeyRing(path, generateKeyRing('aes-256-gcm/sha-256', now))
    const original = readKeyRing(path)
    const running = createVault(openKeyRing(path))
    for (const { personId, identity, phone, openid } of persons) {
      await running.putIdentity(database.programPool, personId, identity, now)
      await running.putPhone(database.programPool, personId, phone, now)
      await running.putOpenid(database.programPool, personId, openid, now)
    }
    await running.putRollEntries(database.programPool, 9, entries)

    const added = await addKeys(path, { sealing: true, blind: true, suite: 'sm4-ctr+hmac-sm3' }, now)
    assert.equal(Object.keys(added.keys).length, 2)
    await assert.rejects(addKeys(path, { sealing: false, blind: true, suite: 'sm4-ctr+hmac-sm3' }, now), /retire/)

    // broken off in the middle: a part of the rows has the new keys, and everything works with either ring
    const ring = openKeyRing(path)
    const [table] = rotationTables
    assert.ok(table)
    await database.ownerPool.query(`update identity.persons_identity set blind_key_ids = blind_key_ids`)
    const held = await database.ownerPool.connect()
    await held.query('begin')
    await held.query('select from identity.persons_identity where person_id <> $1 for update', [persons[0]?.personId])
    assert.equal(await rotateTable(database.ownerPool, ring, table, 7), 1)
    await held.query('rollback')
    held.release()
    await everythingIsReadable(running)
    await everythingIsReadable(createVault(openKeyRing(path)))

    const stale = createVault(openKeyRingFixed(original, path))
    const taken = await stale.putIdentity(database.programPool, randomUUID(), persons[0]?.identity ?? wu, now)
    assert.ok(!taken.ok, 'a document stays unique between processes with older and newer keys')

    const writing = Promise.all(
      persons.map(({ personId, identity }) => stale.putIdentity(database.programPool, personId, identity, now)),
    )
    const reports = await rotateKeys(database.ownerPool, ring, 7)
    await writing
    assert.ok(reports.every(({ remaining }) => remaining === 0))
    assert.equal(reports.find((report) => report.table === 'roll_entries')?.rewritten, entries.length)
    await everythingIsReadable(createVault(ring))

    await retireKeys(database.ownerPool, path, now)
    const left = readKeyRing(path)
    assert.deepEqual([Object.keys(left.keys), Object.keys(left.blindKeys).length], [[added.current], 1])
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    await everythingIsReadable(createVault(openKeyRing(path)))
    const { rows } = await database.ownerPool.query(
      `select distinct blind_key_id from identity.blind_indexes
       union select distinct unnest(blind_key_ids) from identity.roll_entries`,
    )
    assert.deepEqual(
      rows.map(({ blind_key_id: id }) => id),
      Object.keys(left.blindKeys),
    )

    const refusedWriter = createVault(openKeyRingFixed(original, null))
    const [first] = persons
    assert.ok(first)
    await assert.rejects(refusedWriter.putPhone(database.programPool, first.personId, first.phone, now), {
      code: 'SQV01',
    })
    await assert.rejects(refusedWriter.findPersonByPhone(database.programPool, first.phone), { code: 'SQV01' })
    assert.equal(await stale.findPersonByPhone(database.programPool, first.phone), first.personId)
    await everythingIsReadable(running)
  })

  it('and every cipher column of the vault is among those that rotate', async () => {
    const { rows } = await database.ownerPool.query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'identity'::regnamespace and c.relkind = 'r' and a.attname like '%\\_cipher' and not attisdropped
       order by 1, 2`,
    )
    const rotated = rotationTables.flatMap(({ name, ciphers }) => ciphers.map((cipher) => `${name}.${cipher}`))
    assert.deepEqual(
      rows.map(({ table, column }) => `${table}.${column}`),
      rotated.toSorted(),
    )
  })
})

/** The ring of a process that read the file before it changed; with `path` it can read it again. */
const openKeyRingFixed = (file: ReturnType<typeof readKeyRing>, path: string | null) => {
  let ring = keyRingOf(file)
  return {
    get currentId() {
      return ring.currentId
    },
    get blindKeys() {
      return ring.blindKeys
    },
    sealingKey: (id: string) => ring.sealingKey(id),
    reload: () => {
      if (path !== null) ring = openKeyRing(path)
    },
  }
}
