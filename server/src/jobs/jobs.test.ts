import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { orphanFilesKeptMs, spreadFolderAt } from '../photos/commands/sweep-orphans.ts'
import { keysOf } from '../photos/keys.ts'
import { newId } from '../platform/ids.ts'
import { createDiskPhotoStore, type PhotoStore } from '../platform/storage/photo-store.ts'
import { createJobs } from './jobs.ts'
import { sweeps } from './sweep.ts'
import { createTestWorld, here, now, type TestWorld } from './test-world.ts'

let world: TestWorld
let folder: string
let photos: PhotoStore
before(async () => {
  world = await createTestWorld()
  folder = await mkdtemp(join(tmpdir(), 'shequtong-jobs-'))
  photos = createDiskPhotoStore(folder)
})
after(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const jobs = () => createJobs({ ...world.services, photos })
const count = async (table: string) => Number((await world.sql(`select count(*) from ${table}`))[0]?.count)

describe('the sweeps', () => {
  it('drop photos that were uploaded and never sent, row and files, after a week and not before', async () => {
    const wu = await world.member('吴女士')
    const photoId = newId()
    const keys = Object.values(keysOf(here, photoId))
    for (const key of keys) await photos.put(key, Buffer.from('jpeg'))
    await world.sql(
      `insert into photos (community_id, photo_id, uploaded_by, width_px, height_px, byte_count, created_at) values ($1, $2, $3, 1, 1, 4, $4)`,
      [here, photoId, wu.personId, now],
    )
    world.clock.advance({ days: 7 })
    assert.equal((await jobs().runNow())['drop-loose-photos'], 0)
    world.clock.advance({ minutes: 1 })
    assert.equal((await jobs().runNow())['drop-loose-photos'], 1)
    assert.equal(await count('photos'), 0)
    for (const key of keys) assert.equal(await photos.get(key), undefined)
  })

  it('drop files whose row a crash took away, a day later; a younger one and one with its row stay', async () => {
    const wu = await world.member('沈女士')
    const part = spreadFolderAt(world.clock.now())
    const idHere = () => `${newId().slice(0, -2)}${part}`
    const [lost, young, standing] = [idHere(), idHere(), idHere()]
    const filesOf = (photoId: string) => Object.values(keysOf(here, photoId))
    const ageMs = {
      [lost]: orphanFilesKeptMs + 1000,
      [young]: orphanFilesKeptMs - 1000,
      [standing]: orphanFilesKeptMs * 9,
    }
    for (const [photoId, age] of Object.entries(ageMs))
      for (const key of filesOf(photoId)) {
        const storedAt = new Date(world.clock.now().getTime() - age)
        await photos.put(key, Buffer.from('jpeg'))
        await utimes(join(folder, key), storedAt, storedAt)
      }
    const half = join(folder, String(here), part, `.${lost}-full.jpg.half`)
    await writeFile(half, 'jp')
    await utimes(half, new Date(0), new Date(0))
    await world.sql(
      `insert into photos (community_id, photo_id, uploaded_by, width_px, height_px, byte_count, created_at) values ($1, $2, $3, 1, 1, 4, $4)`,
      [here, standing, wu.personId, world.clock.now()],
    )
    assert.equal((await jobs().runNow())['drop-orphan-files'], 2)
    const left = await readdir(join(folder, String(here), part))
    assert.deepEqual(
      left.sort(),
      [...filesOf(young), ...filesOf(standing)].map((key) => basename(key)).sort(),
      'the lost one and the half-written file are gone',
    )
  })

  it('end what stayed silent for seven days, once, although two processes sweep at once, and tell the asker', async () => {
    const wu = await world.member('周先生')
    const sun = await world.cadre('committeeDirector', '孙主任')
    const ids = []
    for (let i = 0; i < 5; i += 1) {
      const id = await world.submit(wu, `第${i}件事要说一说`)
      await world.act(sun, id, 'resolve', { result: '已经请人修好，请看一看' })
      ids.push(id)
    }
    world.clock.advance({ days: 7 })
    assert.equal((await jobs().runNow())['lapse-silent'], 0)
    world.clock.advance({ days: 1 })
    const [a, b] = await Promise.all([jobs().runNow(), jobs().runNow()])
    assert.equal((a['lapse-silent'] ?? 0) + (b['lapse-silent'] ?? 0), 5)
    const lapsed = await world.sql(`select aggregate_id as id from events where type = 'service_request.lapsed'`)
    assert.deepEqual(lapsed.map(({ id }) => id).sort(), ids.sort())
    await world.relay.drain()
    const { body } = await world.call(wu, 'GET', '/me/notifications')
    assert.equal(body.items[0].kind, 'serviceRequestLapsed')
  })

  it('drop what is past its time and keep what is not, however much there is', async () => {
    const at = (hoursAgo: number) => new Date(world.clock.now().getTime() - hoursAgo * 3_600_000)
    await world.sql(
      'delete from idempotency_keys; delete from realtime_messages; delete from rollup_hours; delete from door_knocks',
    )
    const person = newId()
    await world.sql(
      `insert into idempotency_keys select $1::uuid, 'old ' || n, ''::bytea, '{}', $2::timestamptz from generate_series(1, 1200) n
       union all select $1, 'young', '', '{}', $3::timestamptz`,
      [person, at(7 * 24 + 1), at(7 * 24 - 1)],
    )
    await world.sql(
      `insert into phone_codes select decode(md5(n::text), 'hex'), ''::bytea, $1::timestamptz, $1::timestamptz from generate_series(1, 3) n
       union all select '\\x01'::bytea, ''::bytea, $2::timestamptz, $2::timestamptz`,
      [at(2), at(0)],
    )
    await world.sql(
      `insert into door_knocks values ('signInByPhone', '\\x01', $1, 1), ('signInByPhone', '\\x02', $2, 30)`,
      [at(1), at(-1)],
    )
    await world.sql(`insert into wechat_states values ('\\x01', null, $1), ('\\x02', null, $2)`, [at(25), at(23)])
    await world.sql(`insert into realtime_messages values ('a', 1, '{}', $1), ('a', 2, '{}', $2)`, [at(25), at(23)])
    await world.sql(
      `insert into rollup_hours values ('district', 1, $1, 'submitted', 1), ('district', 1, $2, 'submitted', 1)`,
      [at(73), at(71)],
    )
    assert.deepEqual(await jobs().runNow(), {
      'lapse-silent': 0,
      'resume-suspended': 0,
      'return-offers': 0,
      'remind-waiting': 0,
      'publish-scheduled': 0,
      'remind-of-last-days': 0,
      'alert-clocks': 0,
      'alert-mentions': 0,
      'end-memberships': 0,
      'lift-suspensions': 0,
      'send-texts': 0,
      'erase-left': 0,
      'prune-realtime-messages': 1,
      'prune-rollup-hours': 1,
      'prune-phone-codes': 3,
      'prune-door-knocks': 1,
      'prune-wechat-states': 1,
      'prune-idempotency-keys': 1_200,
      'drop-loose-photos': 0,
      'drop-orphan-files': 0,
    })
    for (const table of [
      'idempotency_keys',
      'phone_codes',
      'door_knocks',
      'wechat_states',
      'realtime_messages',
      'rollup_hours',
    ])
      assert.equal(await count(table), 1, table)
  })

  it('do the rest although one fails, and say which', async () => {
    await world.sql(`alter table phone_codes rename to phone_codes_away`)
    const seen: string[] = []
    const failed: string[] = []
    const report = { onSwept: (name: string) => seen.push(name), onFault: (name: string) => failed.push(name) }
    await assert.rejects(createJobs({ ...world.services, photos }, report).runNow(), AggregateError)
    await world.sql(`alter table phone_codes_away rename to phone_codes`)
    assert.deepEqual(failed, ['prune-phone-codes'])
    assert.equal(seen.length, sweeps.length - 1)
  })

  it('run by themselves a minute after the last time, by the clock they are given', async () => {
    const seen: string[] = []
    const running = createJobs({ ...world.services, photos }, { onSwept: (name) => seen.push(name) })
    running.start()
    while (seen.length < sweeps.length) await new Promise((resolve) => setTimeout(resolve, 10))
    world.clock.advance({ minutes: 1 })
    while (seen.length < 2 * sweeps.length) await new Promise((resolve) => setTimeout(resolve, 10))
    await running.stop()
    assert.equal(seen.length, 2 * sweeps.length)
  })
})
