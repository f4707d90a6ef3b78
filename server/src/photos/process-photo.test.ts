import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import test from 'node:test'
import sharp from 'sharp'
import { Refusal } from '../platform/refusal.ts'
import { fullSidePx, maxPixels, processPhoto, thumbSidePx } from './process-photo.ts'
import { noisyJpeg, solidPng } from './test-photos.ts'

const refusedAs = (slug: string, detail?: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.slug, slug)
  if (detail !== undefined) assert.equal(error.extension.errors?.[0]?.code ?? error.extension.code, detail)
  return true
}

test('a photo taken with the phone on its side stands upright, and where it was taken is gone', async () => {
  const taken = await sharp(await noisyJpeg(400, 200))
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 24/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const before = await sharp(taken).metadata()
  assert.equal(before.orientation, 6)
  assert.ok(before.exif?.includes('Phone') || (before.exif?.length ?? 0) > 0)

  const photo = await processPhoto(taken)
  assert.deepEqual([photo.widthPx, photo.heightPx], [200, 400])
  for (const bytes of [photo.full, photo.thumb]) {
    const after = await sharp(bytes).metadata()
    assert.equal(after.format, 'jpeg')
    for (const left of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
      assert.equal(after[left], undefined, left)
    assert.equal(bytes.includes('Exif'), false)
  }
})

test('a picture turned by its orientation shows its pixels turned, not only its size', async () => {
  const leftRed = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'blue' } })
    .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: 'red' } }, left: 0, top: 0 }])
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { full } = await processPhoto(leftRed)
  const { data, info } = await sharp(full).raw().toBuffer({ resolveWithObject: true })
  const redAt = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 0) > 128
  assert.deepEqual([redAt(10, 5), redAt(10, 35)], [true, false])
})

test('a large photo shrinks to 1600 px and 480 px, a small one is never blown up', async () => {
  const large = await processPhoto(await noisyJpeg(3000, 2000))
  assert.deepEqual([large.widthPx, large.heightPx], [fullSidePx, 1067])
  assert.equal((await sharp(large.thumb).metadata()).width, thumbSidePx)
  const small = await processPhoto(await noisyJpeg(60, 30))
  assert.deepEqual([small.widthPx, small.heightPx], [60, 30])
})

test('PNG with a transparent ground and WebP become JPEG', async () => {
  const clear = { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
  const fromPng = await processPhoto(await sharp({ create: clear }).png().toBuffer())
  assert.deepEqual([...(await sharp(fromPng.full).raw().toBuffer()).subarray(0, 3)], [255, 255, 255])
  const fromWebp = await processPhoto(
    await sharp(await noisyJpeg(50, 50))
      .webp()
      .toBuffer(),
  )
  assert.equal(fromWebp.widthPx, 50)
})

test('what is no photo is refused by what it is, not by what it claims', async () => {
  await assert.rejects(
    processPhoto(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    refusedAs('unsupported-media'),
  )
  await assert.rejects(
    processPhoto(
      await sharp(await noisyJpeg(9, 9))
        .gif()
        .toBuffer(),
    ),
    refusedAs('unsupported-media'),
  )
  await assert.rejects(processPhoto(Buffer.alloc(0)), refusedAs('unsupported-media'))
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
  await assert.rejects(processPhoto(heic), refusedAs('unsupported-media', 'heic'))
})

test('an upload that was cut off anywhere is refused', async () => {
  const whole = await noisyJpeg(800, 600)
  for (const share of [0.001, 0.1, 0.5, 0.99])
    await assert.rejects(
      processPhoto(whole.subarray(0, Math.max(4, Math.floor(whole.length * share)))),
      refusedAs('invalid-input', 'photo-unreadable'),
      `${share}`,
    )
  const png = await sharp(whole).png().toBuffer()
  await assert.rejects(processPhoto(png.subarray(0, png.length / 2)), refusedAs('invalid-input', 'photo-unreadable'))
  const webp = await sharp(whole).webp().toBuffer()
  await assert.rejects(processPhoto(webp.subarray(0, webp.length / 2)), refusedAs('invalid-input', 'photo-unreadable'))
})

test('a picture of 400 megapixels in a small file is refused before it is unpacked', async () => {
  const bomb = solidPng(20_000, 20_000)
  assert.ok(bomb.length < 2_000_000, `${bomb.length} bytes`)
  const started = performance.now()
  await assert.rejects(processPhoto(bomb), refusedAs('invalid-input', 'photo-too-many-pixels'))
  assert.ok(performance.now() - started < 500)
})

test('50 megapixels pass, one row more does not', async () => {
  const rows = maxPixels / 10_000
  assert.equal((await processPhoto(solidPng(10_000, rows))).widthPx, fullSidePx)
  await assert.rejects(processPhoto(solidPng(10_000, rows + 1)), refusedAs('invalid-input', 'photo-too-many-pixels'))
})

test('the event loop goes on while photos are worked on', async () => {
  const photo = await noisyJpeg(2400, 1800)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await Promise.all(Array.from({ length: 6 }, () => processPhoto(photo)))
  delay.disable()
  assert.ok(delay.max / 1e6 < 250, `${delay.max / 1e6} ms`)
})
