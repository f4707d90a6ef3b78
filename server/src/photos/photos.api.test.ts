import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { newId } from '../platform/ids.ts'
import { createDiskPhotoStore } from '../platform/storage/photo-store.ts'
import { as, createTestCommunity, elsewhere, here, now, type TestCommunity, type TestPerson } from './test-community.ts'
import { noisyJpeg, solidPng } from './test-photos.ts'

let world: TestCommunity
let app: FastifyInstance
let folder: string
let photo: Buffer
let wu: TestPerson
let neighbour: TestPerson
let stranger: TestPerson
let director: TestPerson

before(async () => {
  world = await createTestCommunity()
  folder = await mkdtemp(join(tmpdir(), 'shequtong-photos-'))
  app = await world.app({ photos: createDiskPhotoStore(folder) })
  photo = await noisyJpeg(640, 480)
  wu = await world.member('吴女士')
  neighbour = await world.member('李师傅')
  stranger = await world.member('十村的人', elsewhere)
  director = await world.cadre('committeeDirector', '孙主任')
})
after(async () => {
  await app.close()
  await world.database.drop()
  await rm(folder, { recursive: true, force: true })
})

const upload = (person: TestPerson | undefined, payload: Buffer, type = 'image/jpeg', key = newId()) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/communities/${here}/photos`,
    headers: { ...as(person, key), 'content-type': type },
    payload,
  })
const read = (person: TestPerson | undefined, photoId: string, community = here, size = 'thumb') =>
  app.inject({ url: `/api/v1/communities/${community}/photos/${photoId}/${size}`, headers: as(person) })
const uploaded = async (person: TestPerson): Promise<string> => {
  const reply = await upload(person, photo)
  assert.equal(reply.statusCode, 200, reply.body)
  return reply.json().photoId
}
const filesOnDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

const request = async (visibility: 'community' | 'private', photoId: string, entryKind?: 'note' | 'reply') => {
  const serviceRequestId = newId()
  await world.sql(
    `insert into service_requests (community_id, service_request_id, kind, visibility, state, level, text, place,
       by_membership_id, submitted_at, clock_started_at, deadline_at, responsible_role)
     values ($1, $2, 'complaint', $3, 'submitted', 'community', '灯坏了', '92号楼', $4, $5, $5, $5, 'propertyManager')`,
    [here, serviceRequestId, visibility, wu.hatId, now],
  )
  const entryId = entryKind === undefined ? null : newId()
  if (entryId !== null)
    await world.sql(
      `insert into service_request_entries (community_id, entry_id, service_request_id, number, kind, text, at)
       values ($1, $2, $3, 1, $4, '看过现场', $5)`,
      [here, entryId, serviceRequestId, entryKind, now],
    )
  await world.sql(`update photos set service_request_id = $2, entry_id = $3 where photo_id = $1`, [
    photoId,
    serviceRequestId,
    entryId,
  ])
  return serviceRequestId
}

test('Ms Wu shows neighbours a photo, reads it back in both sizes, and a browser may keep it', async () => {
  const photoId = await uploaded(wu)
  await request('community', photoId)
  for (const size of ['thumb', 'full']) {
    const reply = await read(wu, photoId, here, size)
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers['content-type'], 'image/jpeg')
    assert.match(String(reply.headers['cache-control']), /^private, .*immutable/)
    assert.deepEqual([...reply.rawPayload.subarray(0, 3)], [0xff, 0xd8, 0xff])
  }
})

test('a photo that stands in nothing yet is its uploader alone, not even the director sees it', async () => {
  const photoId = await uploaded(wu)
  for (const other of [neighbour, director]) assert.equal((await read(other, photoId)).statusCode, 404)
})

test('without signing in nothing is uploaded or read; the next community gets 404', async () => {
  const photoId = await uploaded(wu)
  await request('community', photoId)
  assert.equal((await upload(undefined, photo)).statusCode, 401)
  assert.equal((await read(undefined, photoId)).statusCode, 401)
  assert.equal((await upload(stranger, photo)).statusCode, 404)
  assert.equal((await read(stranger, photoId)).statusCode, 404)
  assert.equal((await read(stranger, photoId, elsewhere)).statusCode, 404)
})

test('in a request for the community neighbours see the photo, in a private one only asker and committee', async () => {
  const shown = await uploaded(wu)
  await request('community', shown)
  assert.equal((await read(neighbour, shown)).statusCode, 200)
  const hidden = await uploaded(wu)
  await request('private', hidden)
  assert.equal((await read(neighbour, hidden)).statusCode, 404)
  for (const one of [wu, director]) assert.equal((await read(one, hidden)).statusCode, 200)
})

test('what is for a few stays in no browser: a private photo, one in a note, one that stands in nothing yet', async () => {
  const [loose, hidden, noted] = [await uploaded(wu), await uploaded(wu), await uploaded(director)]
  await request('private', hidden)
  await request('community', noted, 'note')
  for (const [person, photoId] of [
    [wu, loose],
    [wu, hidden],
    [director, hidden],
    [director, noted],
  ] as const) {
    const reply = await read(person, photoId)
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers['cache-control'], 'private, no-store')
  }
})

test('a photo in an internal note is for those who answer, not for the asker', async () => {
  const inNote = await uploaded(director)
  await request('community', inNote, 'note')
  assert.equal((await read(director, inNote)).statusCode, 200)
  for (const one of [wu, neighbour]) assert.equal((await read(one, inNote)).statusCode, 404)
  const inReply = await uploaded(wu)
  await request('community', inReply, 'reply')
  assert.equal((await read(neighbour, inReply)).statusCode, 200)
})

test('the same key and bytes give the same photo once; other bytes of the same length are a conflict', async () => {
  const [key, before] = [newId(), await filesOnDisk()]
  const first = await upload(wu, photo, 'image/jpeg', key)
  const again = await upload(wu, photo, 'image/jpeg', key)
  assert.deepEqual(again.json(), first.json())
  assert.equal(await filesOnDisk(), before + 2)
  const other = Buffer.from(photo)
  other[other.length - 20] = (other[other.length - 20] ?? 0) ^ 1
  const conflict = await upload(wu, other, 'image/jpeg', key)
  assert.equal(conflict.statusCode, 409)
  assert.equal(conflict.json().type, '/problems/idempotency-conflict')
})

test('what cannot be accepted is a 4xx and leaves neither file nor row', async () => {
  const rows = async () => (await world.sql(`select count(*)::int as n from photos`))[0]?.n
  const [files, before] = [await filesOnDisk(), await rows()]
  const cases: [Buffer, string, number][] = [
    [Buffer.from('%PDF-1.7'), 'application/pdf', 415],
    [Buffer.from('GIF89a'), 'image/png', 415],
    [Buffer.from('{}'), 'application/json', 415],
    [photo.subarray(0, photo.length / 2), 'image/jpeg', 422],
    [solidPng(20_000, 20_000), 'image/png', 422],
    [Buffer.alloc(12_000_001, 0xff), 'image/jpeg', 413],
  ]
  for (const [bytes, type, status] of cases) {
    const reply = await upload(wu, bytes, type)
    assert.equal(reply.statusCode, status, `${type}: ${reply.body}`)
    assert.match(String(reply.headers['content-type']), /problem\+json/)
  }
  assert.deepEqual([await filesOnDisk(), await rows()], [files, before])
})

test('fifty neighbours upload at once: all succeed, and two database connections suffice', async () => {
  const small = await noisyJpeg(500, 400)
  let most = 0
  const watch = setInterval(() => {
    const { totalCount, idleCount } = world.database.programPool
    most = Math.max(most, totalCount - idleCount)
  }, 5)
  const replies = await Promise.all(Array.from({ length: 50 }, () => upload(wu, small)))
  clearInterval(watch)
  assert.deepEqual(new Set(replies.map((reply) => reply.statusCode)), new Set([200]))
  assert.ok(most <= 4, `${most} connections at once`)
})

test('an officer of the district reads, and uploads for an answer to what was reported up; a made-up size or a write without a key is refused', async () => {
  const officer = await world.officer('宝山区 王科长')
  const photoId = await uploaded(wu)
  await request('community', photoId)
  assert.equal((await read(officer, photoId)).statusCode, 200)
  assert.equal((await upload(officer, photo)).statusCode, 200)
  assert.equal((await read(wu, photoId, here, 'giant')).statusCode, 422)
  assert.equal((await read(wu, newId())).statusCode, 404)
  assert.equal((await upload(wu, photo, 'image/jpeg', '')).statusCode, 400)
})

test('a suspended member goes on reading what neighbours read and uploads nothing', async () => {
  const suspended = await world.member('停用的人')
  await world.sql(`update memberships set state = 'suspended' where membership_id = $1`, [suspended.hatId])
  assert.equal((await upload(suspended, photo)).statusCode, 403)
  const photoId = await uploaded(wu)
  await request('community', photoId)
  assert.equal((await read(suspended, photoId)).statusCode, 200)
})

test('a file that disappeared from the disk is said to be away, not a fault of the reader', async () => {
  const photoId = await uploaded(wu)
  await rm(folder, { recursive: true })
  assert.equal((await read(wu, photoId)).statusCode, 503)
})
