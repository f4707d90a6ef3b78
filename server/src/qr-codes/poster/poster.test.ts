import assert from 'node:assert/strict'
import test from 'node:test'
import type { DateOn } from '@shequtong/domain/time'
import jsQR from 'jsqr'
import { layout, pageMm } from './layout.ts'
import { type Poster, renderPoster } from './poster.ts'
import { moduleMm, qrModules, qrSideMm, quietModules } from './qr-modules.ts'
import { boxesOf, rasterize } from './test-raster.ts'

const poster: Poster = {
  compoundName: '宝山九村',
  subdistrictName: '友谊路街道',
  communityKind: 'neighbourhood',
  url: 'https://shequtong.baoshan.example.cn/j/7K3MQ0V9XBCD',
  edition: 3,
  inUseFrom: '2026-11-18' as DateOn,
}

const scan = (pdf: Buffer, pxPerMm: number): string | undefined => {
  const { data, width, height } = rasterize(boxesOf(pdf), pxPerMm)
  // the package is CommonJS and says so with a default export
  const read = jsQR as unknown as typeof jsQR.default
  return read(data, width, height)?.data
}

test('a phone that scans the printed poster reads exactly the address, near and from afar', async () => {
  const pdf = await renderPoster(poster)
  for (const pxPerMm of [4, 1, 0.75]) assert.equal(scan(pdf, pxPerMm), poster.url, `${pxPerMm} px/mm`)
})

test('the QR code is at least 120 mm wide, its modules at least 4 mm, with four of them white around', async () => {
  const modules = boxesOf(await renderPoster(poster)).filter((box) => Math.abs(box.width - box.height) < 1e-3)
  const side = Math.min(...modules.map((box) => box.width))
  assert.ok(side > 3.999, `${side} mm`)
  const edge = (of: (box: (typeof modules)[number]) => number) => modules.map(of)
  const [left, right] = [Math.min(...edge((box) => box.x)), Math.max(...edge((box) => box.x + box.width))]
  const [top, bottom] = [Math.min(...edge((box) => box.y)), Math.max(...edge((box) => box.y + box.height))]
  assert.ok(right - left >= 120 && Math.abs(right - left - qrSideMm) < 0.01)
  const quiet = quietModules * side - 0.01
  assert.ok(left >= quiet && pageMm.width - right >= quiet)
  assert.ok(layout.steps.x - right >= quiet, 'steps')
  assert.ok(top - layout.headline.baseline - 0.12 * layout.headline.sizeMm >= quiet, 'headline')
  assert.ok(layout.help.baseline - 0.88 * layout.help.sizeMm - bottom >= quiet, 'help')
})

test('up to 62 bytes of address keep 4 mm; a longer one shrinks to 3.57 mm on the same square', () => {
  assert.equal(moduleMm(qrModules('x'.repeat(62))), 4)
  assert.equal(moduleMm(qrModules('x')), 4)
  assert.equal(moduleMm(qrModules('x'.repeat(63))), qrSideMm / 37)
})

test('every font is embedded, cut to what is said, and the words can be copied', async () => {
  const pdf = await renderPoster(poster)
  const text = pdf.toString('latin1')
  const fonts = text.match(/\/Subtype \/Type0/g)?.length ?? 0
  assert.ok(fonts > 0)
  assert.equal(text.match(/\/FontFile2/g)?.length, fonts)
  assert.equal(text.match(/\/ToUnicode/g)?.length, fonts)
  assert.doesNotMatch(text, /\/Subtype \/Type1\b/)
  assert.ok(pdf.length < 250_000, `${pdf.length} bytes`)
})

test('the same poster is the same file, and another edition another one', async () => {
  const [once, again] = [await renderPoster(poster), await renderPoster(poster)]
  const withoutId = (pdf: Buffer) => pdf.toString('latin1').replace(/\/ID \[.*?\]/, '')
  assert.equal(withoutId(once), withoutId(again))
  assert.notEqual(withoutId(await renderPoster({ ...poster, edition: 4 })), withoutId(once))
})

test('rare, long and unprintable names all come out', async () => {
  for (const compoundName of ['塥铴阢溇㙦苑', '吴淞新城东方帕堤欧碧海金沙第二小区三期A区', '幸福🏠里', '村'])
    assert.ok((await renderPoster({ ...poster, compoundName, communityKind: 'village' })).length > 50_000, compoundName)
})
