import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import test, { after, before } from 'node:test'
import { createDiskPhotoStore } from './photo-store.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shequtong-store-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('what was put is read back whole, and no half-written file stays beside it', async () => {
  const store = createDiskPhotoStore(join(folder, 'not', 'yet', 'there'))
  const bytes = Buffer.alloc(200_000, 7)
  await store.put('10/ab/one-full.jpg', bytes)
  const stream = await store.get('10/ab/one-full.jpg')
  assert.ok(stream !== undefined && bytes.equals(await buffer(stream)))
  assert.deepEqual(await readdir(join(folder, 'not/yet/there/10/ab')), ['one-full.jpg'])
})

test('what is not there is undefined; what is removed is gone, twice without fault', async () => {
  const store = createDiskPhotoStore(folder)
  assert.equal(await store.get('10/nothing.jpg'), undefined)
  await store.put('10/gone.jpg', Buffer.from('x'))
  await store.remove('10/gone.jpg')
  await store.remove('10/gone.jpg')
  assert.equal(await store.get('10/gone.jpg'), undefined)
})

test('no key leads out of the folder', async () => {
  const store = createDiskPhotoStore(folder)
  for (const key of ['../secret.jpg', '/etc/passwd', '10/../../x.jpg', '10\\x.jpg', 'x', ''])
    await assert.rejects(store.get(key), /not a key/, key)
})
