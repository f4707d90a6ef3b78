import assert from 'node:assert/strict'
import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-cluster.ts'
import { importRoll } from '../../dwelling-roll/import.ts'
import { wu } from '../../identity/test-persons.ts'
import { createVault, type Vault } from '../../identity/vault.ts'
import { openKeyRing } from '../../platform/crypto/key-ring.ts'
import { generateKeyRing, writeKeyRing } from '../../platform/crypto/key-ring-file.ts'
import { type Tx, transaction } from '../../platform/database/db.ts'
import { migrationsFolder, readMigrations } from '../../platform/database/migration-files.ts'
import { newId } from '../../platform/ids.ts'
import { StartRefusal } from '../../platform/start-refusal.ts'
import { createDiskPhotoStore } from '../../platform/storage/photo-store.ts'
import { grantRole } from '../../roles/grant.ts'
import { createPerson } from '../../sessions/public.ts'
import { importTerritory } from '../../territory/import.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'
import { actFor, nameOf, tablesInOrder } from './tables.ts'

const now = new Date('2026-03-01T02:00:00Z')
let folder: string
let source: TestDatabase
let vault: Vault
let people: Furnished
const opened: TestDatabase[] = []

const fresh = async (): Promise<TestDatabase> => {
  const database = await createTestDatabase()
  opened.push(database)
  return database
}

const newestMigration = (await readMigrations(migrationsFolder)).at(-1)?.number ?? 0

/** A folder of migrations as an older, or the same, version of the program has it. */
const migrationsUpTo = async (newest: number): Promise<string> => {
  const to = await mkdtemp(join(folder, 'migrations-'))
  for (const { number, file } of await readMigrations(migrationsFolder))
    if (number <= newest) await copyFile(join(migrationsFolder, file), join(to, file))
  return to
}

/** Without tables, as a restore finds it. */
const emptyDatabase = async (): Promise<TestDatabase> => {
  const database = await fresh()
  await database.ownerPool.query('drop schema public cascade; create schema public; drop schema identity cascade')
  return database
}

const refusedWith = (code: string) => (error: unknown) => error instanceof StartRefusal && error.code === code

interface Furnished {
  readonly personId: string
  readonly erasedId: string
}

/** An announcement as it stood before there were posts: signed by a name. */
const postSql = `
  insert into posts (community_id, post_id, board_id, state, title, text, signed_by, scope, written_at, published_at)
  select 1, $1, board_id, 'published', $2, $3, 'b', 'community', $4, $4 from boards where community_id = 1 and kind = 'announcements'`

/** Two neighbours, of whom one may speak for the other, allowed it twice and took it back once: the epoch of their names moved on. */
const helping = async (tx: Tx, compoundId: string) => {
  const memberships: string[] = []
  for (const name of ['吴女士', '金阿姨']) {
    const [personId, registrationId, membershipId] = [await createPerson(tx, now), newId(), newId()]
    const claim = [registrationId, personId, compoundId, `92号楼 ${name}`, now]
    await tx.run(
      `insert into registrations (community_id, registration_id, person_id, compound_id, member_kind, shown_name, consents, state,
         submitted_at, exact, differing, on_roll) values (1, $1, $2, $3, 'resident', $4, '{}', 'approved', $5, false, 0, false)`,
      claim,
    )
    await tx.run(
      `insert into memberships (community_id, registration_id, person_id, compound_id, membership_id, member_kind, shown_name, state,
         started_at) values (1, $1, $2, $3, $6, 'resident', $4, 'active', $5)`,
      [...claim, membershipId],
    )
    memberships.push(membershipId)
  }
  for (const endedAt of [now, null])
    await tx.run(
      `insert into helper_consents (community_id, helper_consent_id, membership_id, helper_membership_id, given_at, ended_at)
       values (1, $1, $2, $3, $4, $5)`,
      [newId(), ...memberships, now, endedAt],
    )
}

/** 宝山九村 with a roll, an officer, neighbours of whom one has left, and a text with everything that COPY must quote. */
const furnish = async (database: TestDatabase): Promise<Furnished> => {
  const place = { subdistrictCode: '310113003', subdistrictName: '友谊路街道', subdistrictKind: 'street' as const }
  const community = { communityCode: '310113003040', communityName: '宝山九村居委会', displayName: '宝山九村' }
  await transaction(database.ownerPool, (tx) =>
    importTerritory(tx, { name: '宝山区' }, [{ ...place, ...community, communityKind: 'neighbourhood' }]),
  )
  return transaction(database.programPool, async (tx) => {
    const compoundId = newId()
    await tx.run(`insert into compounds values (1, $1, '宝山九村')`, [compoundId])
    const persons = [
      { name: '吴小云', documentNumber: null, phone: '+8613800006612', tenure: 'propertyOwner' as const },
    ]
    const door = {
      subArea: '北块',
      building: '92号楼',
      staircase: '2 单元',
      floor: 5,
      floorAreaCm2: 713_600,
      floorAreaSource: 'register' as const,
    }
    await importRoll(tx, vault, { communityId: 1, compoundId }, [
      { ...door, room: '502', persons },
      { ...door, room: '503', persons: [] },
    ])
    const personId = await createPerson(tx, now)
    await vault.putIdentity(tx, personId, wu, now)
    await vault.putPhone(tx, personId, '+8613800001111', now)
    await grantRole(
      tx,
      { personId, role: 'districtOfficer', territoryId: 310113, shownName: '杜科长', grantedBy: undefined },
      now,
    )
    await tx.run(postSql, [newId(), 'a', '制表\t换行\n反斜\\杠 \\N "引号" 😀\r\n', now])
    await helping(tx, compoundId)
    const erasedId = await createPerson(tx, now)
    await vault.putPhone(tx, erasedId, '+8613800002222', now)
    await vault.erase(tx, erasedId, now)
    await tx.run(`update persons set erased_at = $2 where person_id = $1`, [erasedId, now])
    return { personId, erasedId }
  })
}

/** Every table by count and by a checksum over its ordered rows. */
const fingerprints = async (pool: pg.Pool): Promise<string[]> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const lines: string[] = []
    for (const table of await tablesInOrder(client)) {
      await actFor(client, table.schema)
      const { rows } = await client.query(
        `SELECT count(*) AS n, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), '')) AS sum FROM ${nameOf(table)} t`,
      )
      lines.push(`${table.schema}.${table.table} ${rows[0].n} ${rows[0].sum}`)
    }
    await client.query('RESET ROLE')
    const { rows } = await client.query(
      `SELECT schemaname || '.' || sequencename || ' ' || coalesce(last_value::text, 'unused') AS line FROM pg_sequences WHERE schemaname IN ('public', 'identity') ORDER BY 1`,
    )
    return [...lines, ...rows.map(({ line }) => line)].sort()
  } finally {
    client.release(true)
  }
}

const ringPath = () => join(folder, 'keys.json')
const photosFolder = () => join(folder, 'photos')
const sourceOf = (database: TestDatabase) => ({
  ownerPool: database.ownerPool,
  serverVersion: 150000,
  photosFolder: photosFolder(),
  ringPath: ringPath(),
  now,
})
let backups = 0
const takeBackup = async (withKeys = false): Promise<string> => {
  backups += 1
  const to = join(folder, `backup-${backups}`)
  await backUp(sourceOf(source), to, { withKeys })
  return to
}
const targetOf = (database: TestDatabase) => ({
  ownerPool: database.ownerPool,
  photosFolder: join(folder, `photos-${newId()}`),
  ringPath: ringPath(),
})

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shequtong-backup-'))
  await writeKeyRing(ringPath(), generateKeyRing('aes-256-gcm/sha-256', now))
  vault = createVault(openKeyRing(ringPath()))
  source = await fresh()
  people = await furnish(source)
  const photos = createDiskPhotoStore(photosFolder())
  await photos.put('1/0198a/full.jpg', Buffer.from('a photo'))
  await photos.put('1/0198a/thumb.jpg', Buffer.from('a small photo'))
})
after(async () => {
  for (const database of opened) await database.drop()
  await rm(folder, { recursive: true, force: true })
})

describe('a backup that comes back', () => {
  it('is equal in every table and sequence, photos and identities included', async () => {
    const { personId, erasedId } = people
    const backup = await takeBackup()
    const database = await fresh()
    const target = targetOf(database)
    const { rows, manifest } = await restore(target, backup)
    assert.ok(rows > 10)
    assert.deepEqual(await fingerprints(database.ownerPool), await fingerprints(source.ownerPool))
    assert.equal(manifest.photos.count, 2)
    const epoch = async (of: TestDatabase) => (await of.ownerPool.query('select epoch::int from voice_epochs')).rows
    assert.deepEqual(await epoch(database), [{ epoch: 2 }])
    await database.ownerPool.query('delete from helper_consents where ended_at is null')
    assert.deepEqual(await epoch(database), [{ epoch: 3 }], 'and moves on with the next change')
    assert.equal(await readFile(join(target.photosFolder, '1/0198a/full.jpg'), 'utf8'), 'a photo')
    assert.deepEqual((await vault.ownIdentity(database.programPool, personId))?.identity, wu)
    // the restored database goes on: sequences are behind what is there, the erased stay erased
    await transaction(database.programPool, async (tx) => {
      const next = await createPerson(tx, now)
      await grantRole(
        tx,
        { personId: next, role: 'districtOfficer', territoryId: 310113, shownName: '何科长', grantedBy: personId },
        now,
      )
    })
    await assert.rejects(vault.putPhone(database.programPool, erasedId, '+8613800003333', now), { code: 'SQV02' })
    await assert.rejects(database.programPool.query('select from identity.contacts'), { code: '42501' })
  })

  it('is one moment: what is written while it runs is in it whole or not at all', async () => {
    const busy = await fresh()
    await furnish(busy)
    let writing = true
    const writer = (async () => {
      while (writing)
        await transaction(busy.programPool, async (tx) => {
          const id = await createPerson(tx, now)
          await tx.run(postSql, [id, `of ${id}`, '', now])
        })
    })()
    const backup = join(folder, 'busy')
    try {
      await backUp(sourceOf(busy), backup, { withKeys: false })
    } finally {
      writing = false
      await writer
    }
    const database = await fresh()
    await restore(targetOf(database), backup)
    const { rows } = await database.ownerPool.query(
      `select count(*)::int as lonely from posts a where a.title <> 'a' and not exists (select from persons p where p.person_id = a.post_id)`,
    )
    assert.deepEqual(rows, [{ lonely: 0 }])
    const persons = await database.ownerPool.query(`select count(*)::int as n from persons`)
    const said = await database.ownerPool.query(`select count(*)::int as n from posts`)
    // the officer, two neighbours and the erased person say nothing, the first announcement has no person
    assert.equal(persons.rows[0].n - 4, said.rows[0].n - 1)
  })

  it('holds no key, no plain name and no phone unless the keys are asked for', async () => {
    const backup = await takeBackup()
    assert.equal((await readdir(backup)).includes('secrets.json'), false)
    assert.equal((await stat(backup)).mode & 0o077, 0)
    const withKeys = await takeBackup(true)
    assert.equal(await readFile(join(withKeys, 'secrets.json'), 'utf8'), await readFile(ringPath(), 'utf8'))
  })
})

describe('a backup that must not be', () => {
  it('in the place of a file, or of a folder with something in it: both stay as they are', async () => {
    const around = await mkdtemp(join(tmpdir(), 'shequtong-taken-'))
    const file = join(around, 'letter.txt')
    await writeFile(file, 'mine')
    for (const taken of [file, around])
      await assert.rejects(backUp(sourceOf(source), taken, { withKeys: false }), refusedWith('backup-folder-not-empty'))
    assert.equal(await readFile(file, 'utf8'), 'mine')
    assert.deepEqual(await readdir(around), ['letter.txt'])
    await rm(around, { recursive: true })
  })
})

describe('a restore that must not be', () => {
  it('into a database with a row in it, or beside photos', async () => {
    const backup = await takeBackup()
    const before = await fingerprints(source.ownerPool)
    await assert.rejects(restore(targetOf(source), backup), refusedWith('restore-not-empty'))
    assert.deepEqual(await fingerprints(source.ownerPool), before)
    const database = await fresh()
    const target = { ...targetOf(database), photosFolder: photosFolder() }
    await assert.rejects(restore(target, backup), refusedWith('restore-photos-not-empty'))
    assert.equal(await readFile(join(photosFolder(), '1/0198a/full.jpg'), 'utf8'), 'a photo')
  })

  it('of a damaged file, a changed photo, a changed manifest or half a folder: nothing is written', async () => {
    const database = await fresh()
    const empty = await fingerprints(database.ownerPool)
    const damage = {
      'tables/public.persons.copy.gz': 'backup-damaged',
      'photos.txt': 'backup-damaged',
      'manifest.json': 'backup-damaged',
    }
    for (const [file, code] of Object.entries(damage)) {
      const backup = await takeBackup()
      await appendFile(join(backup, file), 'x')
      await assert.rejects(restore(targetOf(database), backup), refusedWith(code), file)
    }
    const photo = await takeBackup()
    await rm(join(photo, 'photos/1/0198a/full.jpg'))
    await writeFile(join(photo, 'photos/1/0198a/full.jpg'), 'another photo')
    await assert.rejects(restore(targetOf(database), photo), refusedWith('backup-damaged'))
    const half = await takeBackup()
    await rm(join(half, 'manifest.sha256'))
    await assert.rejects(restore(targetOf(database), half), refusedWith('no-backup'))
    await assert.rejects(restore(targetOf(database), join(folder, 'nowhere')), refusedWith('no-backup'))
    assert.deepEqual(await fingerprints(database.ownerPool), empty)
  })

  it('without the keys it was written with, or of another schema', async () => {
    const backup = await takeBackup()
    const database = await fresh()
    const other = join(folder, 'other-keys.json')
    await writeKeyRing(other, generateKeyRing('aes-256-gcm/sha-256', now))
    await assert.rejects(
      restore({ ...targetOf(database), ringPath: other }, backup),
      refusedWith('restore-keys-missing'),
    )
    await database.ownerPool.query(`insert into schema_migrations values (9999, 'later', 'x')`)
    await assert.rejects(restore(targetOf(database), backup), refusedWith('restore-schema-differs'))
    const older = await migrationsUpTo(newestMigration - 1)
    await assert.rejects(
      restore({ ...targetOf(await emptyDatabase()), migrationsFolder: older }, backup),
      refusedWith('restore-schema-unknown'),
    )
  })
})

describe('a backup of an older schema', () => {
  it('comes back into an empty database, and is brought up to date', async () => {
    // the newest version of the program has one more migration, which reads what is there
    const newer = await migrationsUpTo(newestMigration)
    await writeFile(
      join(newer, `${String(newestMigration + 1).padStart(4, '0')}_later.sql`),
      'create table later_counts (n bigint primary key); insert into later_counts select count(*) from persons;',
    )
    const backup = await takeBackup()
    const database = await emptyDatabase()
    const { rows } = await restore({ ...targetOf(database), migrationsFolder: newer }, backup)
    assert.ok(rows > 10)
    const counted = await database.ownerPool.query(
      `select n::int, (select count(*)::int from persons) as persons from later_counts`,
    )
    assert.ok(counted.rows[0].persons > 0)
    assert.equal(counted.rows[0].n, counted.rows[0].persons)
    await database.ownerPool.query('drop table later_counts')
    assert.deepEqual(await fingerprints(database.ownerPool), await fingerprints(source.ownerPool))
  })
})

describe('a backup folder', () => {
  it('that has something in it is not written over, and a backup that fails leaves nothing', async () => {
    const backup = await takeBackup()
    await assert.rejects(backUp(sourceOf(source), backup, { withKeys: false }), refusedWith('backup-folder-not-empty'))
    const broken = { ...sourceOf(source), ringPath: join(folder, 'no-keys.json') }
    await assert.rejects(backUp(broken, join(folder, 'broken'), { withKeys: false }), refusedWith('key-ring-missing'))
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.includes('broken') || name.includes('partial')),
      [],
    )
  })
})

describe('who was erased after the backup', () => {
  it('is erased again when the older backup is restored with a newer one beside it', async () => {
    const busy = await fresh()
    const { personId: leaver } = await furnish(busy)
    const [older, newer] = [join(folder, 'older'), join(folder, 'newer')]
    await backUp(sourceOf(busy), older, { withKeys: false })
    await vault.erase(busy.programPool, leaver, now)
    await backUp(sourceOf(busy), newer, { withKeys: false })
    const database = await fresh()
    const { erasedAgain } = await restore(targetOf(database), older, newer)
    assert.equal(erasedAgain, 1)
    assert.equal(await vault.ownIdentity(database.programPool, leaver), null)
    const { rows } = await database.ownerPool.query(
      `select erased_at is not null as gone from persons where person_id = $1`,
      [leaver],
    )
    assert.deepEqual(rows, [{ gone: true }])
  })
})
