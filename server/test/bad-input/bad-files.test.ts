import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { EndpointName } from '@shequtong/contract/api'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { noisyJpeg, solidPng } from '../../src/photos/test-photos.ts'
import type { FurnishedWorld } from '../support/furnished-world.ts'
import { type BadInputCast, binary, createCast, endpointOf, refusedCleanly } from './cast.ts'

/** The same file, saying in its header that it is 65,000 pixels wide and high. */
const claimingJpeg = async (): Promise<Buffer> => {
  const bytes = Buffer.from(await noisyJpeg(320, 240))
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  assert.ok(frame > 0)
  bytes.writeUInt16BE(65_000, frame + 5)
  bytes.writeUInt16BE(65_000, frame + 7)
  return bytes
}

const claimingGif = async (): Promise<Buffer> => {
  const bytes = Buffer.from(
    await sharp(await noisyJpeg(20, 20))
      .gif()
      .toBuffer(),
  )
  bytes.writeUInt16LE(65_535, 6)
  bytes.writeUInt16LE(65_535, 8)
  return bytes
}

/** A kilobyte for a megabyte: a sheet that unpacks to 200 MB, and a ZIP in a ZIP. */
const sheetBomb = (): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000),
    }),
  )
const nestedZip = (): Buffer => {
  let inner = Buffer.from(zipSync({ a: new Uint8Array(1_000_000) }))
  for (let depth = 0; depth < 5; depth += 1) inner = Buffer.from(zipSync({ 'a.zip': inner }))
  return inner
}

describe('bad files: every upload × every file that may be wrong', () => {
  let cast: BadInputCast
  let furnished: FurnishedWorld
  before(async () => {
    cast = await createCast()
    furnished = cast.furnished
  })
  after(() => furnished.world.close())

  const send = (name: EndpointName, type: string, bytes: Buffer) =>
    cast.whoMay(name).send(name, furnished.samples[name] as never, { binary: { type, bytes } })

  test('of the wrong kind, empty, noise, JSON, too large: refused, and nothing is written', () =>
    cast.writesNothing(async () => {
      for (const name of binary) {
        const { accepts = [], maxBytes = 0 } = endpointOf(name).binaryBody ?? {}
        const bytes = furnished.samples[name].binary?.bytes ?? Buffer.alloc(0)
        for (const type of ['application/zip', 'text/html', 'image/svg+xml', 'application/octet-stream', 'x'])
          refusedCleanly(`${name} as ${type}`, await send(name, type, bytes))
        refusedCleanly(`${name} as JSON`, await send(name, 'application/json', Buffer.from('{"bytes":"x"}')))
        for (const type of accepts) {
          refusedCleanly(`${name}, too large`, await send(name, type, Buffer.alloc(maxBytes + 1)))
          refusedCleanly(`${name}, empty`, await send(name, type, Buffer.alloc(0)))
          refusedCleanly(`${name}, noise`, await send(name, type, Buffer.from([0, 1, 2, 3, 250, 251])))
          refusedCleanly(
            `${name}, markup`,
            await send(name, type, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
          )
        }
      }
    }))

  test('a photo that was cut off anywhere, or claims to be another kind, is refused', () =>
    cast.writesNothing(async () => {
      const jpeg = await noisyJpeg(320, 240)
      for (const share of [0.01, 0.1, 0.5, 0.9])
        refusedCleanly(
          `a photo cut off at ${share}`,
          await send('uploadPhoto', 'image/jpeg', jpeg.subarray(0, Math.floor(jpeg.length * share))),
        )
      const gif = await claimingGif()
      for (const type of ['image/jpeg', 'image/png', 'image/webp'])
        refusedCleanly(`a GIF as ${type}`, await send('uploadPhoto', type, gif))
      refusedCleanly('a GIF', await send('uploadPhoto', 'image/gif', gif))
    }))

  test('a bomb stops at its header: 400 megapixels of PNG, a JPEG and a PNG that claim 65,000 × 65,000', () =>
    cast.writesNothing(async () => {
      const began = performance.now()
      const png = solidPng(64, 64)
      png.writeUInt32BE(65_000, 16)
      png.writeUInt32BE(65_000, 20)
      for (const [type, bytes] of [
        ['image/png', solidPng(20_000, 20_000)],
        ['image/jpeg', await claimingJpeg()],
        ['image/png', png],
      ] as const)
        refusedCleanly(`${type} of ${bytes.length} bytes`, await send('uploadPhoto', type, bytes))
      assert.ok(performance.now() - began < 5_000, 'nobody waits for a bomb')
    }))

  test('a sheet that unpacks to 200 MB and a ZIP in a ZIP are refused, and the server goes on', () =>
    cast.writesNothing(async () => {
      const before = process.memoryUsage().rss
      const bomb = sheetBomb()
      assert.ok(bomb.length < 300_000)
      for (const name of binary.filter((one) => one !== 'uploadPhoto'))
        for (const type of endpointOf(name).binaryBody?.accepts ?? [])
          for (const bytes of [bomb, nestedZip()]) refusedCleanly(`${name} as ${type}`, await send(name, type, bytes))
      assert.ok(process.memoryUsage().rss - before < 150_000_000)
      assert.equal((await furnished.asker.send('readMe')).status, 200)
    }))
})
