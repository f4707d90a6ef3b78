import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'
import { KnownParts, partsOf } from './known-parts.ts'

let browser: Browser
let page: Page
let folder: string

before(async () => {
  browser = await launchBrowser(await findChromium())
  page = await browser.newPage()
  folder = await mkdtemp(join(tmpdir(), 'shequtong-parts-'))
})
after(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const parts = async (body: string) => {
  await page.setContent(`<!doctype html><html lang="zh-CN"><title>页</title><main><h1>页</h1>${body}</main></html>`)
  return partsOf(page)
}

const line = '<button class="line" aria-label="一" aria-expanded="false">一</button>'
const twoLines = `${line}<button class="line" aria-label="二" aria-expanded="false">二</button>`

test('more of the same in other words is known; another state, place, class, order or device is not', async () => {
  const known = new KnownParts(undefined)
  known.add('phone', await parts(line))
  assert.equal(known.hasAll('phone', await parts(twoLines)), true)
  assert.equal(known.hasAll('desk', await parts(line)), false)
  for (const other of [
    line.replace('false', 'true'),
    line.replace('aria-label="一"', ''),
    line.replace('aria-label="一"', 'aria-label=""'),
    line.replace('class="line"', 'class="line is-late"'),
    line.replace('<button', '<button disabled'),
    `<p>${line}</p>`,
    `${line}<h3>后面</h3>`,
  ])
    assert.equal(known.hasAll('phone', await parts(other)), false, other)
})

test('what one process of a run examined, another knows', async () => {
  const [first, second] = [new KnownParts(folder), new KnownParts(folder)]
  const seen = await parts(line)
  assert.equal(second.hasAll('phone', seen), false)
  first.add('phone', seen)
  assert.equal(second.hasAll('phone', seen), true)
})
