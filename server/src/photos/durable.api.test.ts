import assert from 'node:assert/strict'
import { type FileHandle, mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import test, { after, before } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { newId } from '../platform/ids.ts'
import { createDiskPhotoStore } from '../platform/storage/photo-store.ts'
import { as, createTestCommunity, here, type TestCommunity, type TestPerson } from './test-community.ts'
import { noisyJpeg } from './test-photos.ts'

let world: TestCommunity
let app: FastifyInstance
let folder: string
let photo: Buffer
let wu: TestPerson

before(async () => {
  world = await createTestCommunity()
  folder = await mkdtemp(join(tmpdir(), 'shequtong-durable-'))
  app = await world.app({ photos: createDiskPhotoStore(folder) })
  photo = await noisyJpeg(640, 480)
  wu = await world.member('吴女士')
})
after(async () => {
  await app.close()
  await world.database.drop()
  await rm(folder, { recursive: true, force: true })
})

const upload = () =>
  app.inject({
    method: 'POST',
    url: `/api/v1/communities/${here}/photos`,
    headers: { ...as(wu, newId()), 'content-type': 'image/jpeg' },
    payload: photo,
  })
const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
const rows = async (): Promise<number> => (await world.sql(`select photo_id from photos`)).length

interface Synced {
  readonly isFolder: boolean
  /** Photos that stand under their name by then; what is still being written begins with a dot. */
  readonly named: number
  readonly rows: number
}

/** What stands there each time that the program lets the disk catch up, while `work` runs; the disk does catch up. */
const watchingSync = async (work: () => Promise<void>): Promise<Synced[]> => {
  const probe = await open(folder, 'r')
  const handles = Object.getPrototypeOf(probe) as FileHandle
  await probe.close()
  const { sync } = handles
  const seen: Synced[] = []
  handles.sync = async function (this: FileHandle) {
    await sync.call(this)
    const named = (await files()).filter((name) => !basename(name).startsWith('.')).length
    seen.push({ isFolder: (await this.stat()).isDirectory(), named, rows: await rows() })
  }
  try {
    await work()
  } finally {
    handles.sync = sync
  }
  return seen
}

test('each file is on the disk before it has its name, its name before the row that speaks of it', async () => {
  await upload() // the folders of this community are there from now on
  const [namedBefore, rowsBefore] = [(await files()).length, await rows()]
  const seen = await watchingSync(async () => assert.equal((await upload()).statusCode, 200))
  const here = seen.map(({ isFolder, named, rows }) => [isFolder, named - namedBefore, rows - rowsBefore])
  const oneFile = (before: number) => [
    [false, before, 0],
    [true, before + 1, 0],
  ]
  const newFolders = here.slice(0, -4)
  assert.ok(newFolders.every(([isFolder, named]) => isFolder === true && named === 0))
  assert.deepEqual(here.slice(-4), [...oneFile(0), ...oneFile(1)])
  assert.equal(await rows(), rowsBefore + 1)
})

test('files whose row the database does not take are taken away again', async () => {
  const [filesBefore, rowsBefore] = [await files(), await rows()]
  await world.sql(`alter table photos add constraint no_more check (false) not valid`)
  try {
    assert.equal((await upload()).statusCode, 500)
  } finally {
    await world.sql(`alter table photos drop constraint no_more`)
  }
  assert.deepEqual((await files()).toSorted(), filesBefore.toSorted())
  assert.equal(await rows(), rowsBefore)
  assert.equal((await upload()).statusCode, 200)
})
