import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'
import { axeFaults, reflowFaults, sidewaysFaults, smallTargets } from './page-checks.ts'

let browser: Browser
let page: Page

before(async () => {
  browser = await launchBrowser(await findChromium())
  page = await browser.newPage({ viewport: { width: 360, height: 780 } })
})
after(() => browser.close())

const show = (body: string) =>
  page.setContent(`<!doctype html><html lang="zh-CN"><title>页</title><main><h1>页</h1>${body}</main></html>`)

test('a page without fault passes every check', async () => {
  await show('<p>您好，<a href="/">去看看</a>那边。</p><button style="min-width:60px;min-height:60px">说件事</button>')
  assert.deepEqual(await axeFaults(page), [])
  assert.deepEqual(await smallTargets(page, 60), [])
  assert.deepEqual(await reflowFaults(page), [])
})

test('a picture without words and grey on grey are found', async () => {
  await show('<img src="data:," /><p style="color:#aaa;background:#bbb">看不清</p>')
  const faults = (await axeFaults(page)).join('\n')
  assert.match(faults, /image-alt/)
  assert.match(faults, /color-contrast/)
})

test('what can be read by day only is found', async () => {
  await show(`<style>@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }</style><p>看不清</p>`)
  assert.match((await axeFaults(page)).join('\n'), /^by night: axe color-contrast/)
  assert.equal(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), false)
})

test('a button of 43 px is found where 44 are asked, also a hidden radio by its label', async () => {
  await show('<button style="width:80px;height:43px;padding:0">按</button>')
  assert.match((await smallTargets(page, 44)).join(), /80×43 px < 44/)
  await show(
    '<label style="display:block;height:40px">选<input type="radio" style="position:absolute;opacity:0"></label>',
  )
  assert.match((await smallTargets(page, 44)).join(), /×40 px < 44/)
})

test('what is wider than 320 px at 200 % is found, and the window is as it was', async () => {
  await show('<div style="width:340px">宽</div>')
  assert.match((await reflowFaults(page)).join(), /reflow: 3\d\d px wide at 320/)
  assert.equal(page.viewportSize()?.width, 360)
})

test('what is wider than the window as it stands is found', async () => {
  await show('<div style="width:420px">宽</div>')
  assert.match((await sidewaysFaults(page, 360)).join(), /reflow: 4\d\d px wide at 360/)
  await show('<div style="width:340px">宽</div>')
  assert.deepEqual(await sidewaysFaults(page, 360), [])
})
