import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launchBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'

/** Runs `work` with CHROMIUM_PATH as given, and puts it back. */
const withPath = async <T>(path: string | undefined, work: () => Promise<T>): Promise<T> => {
  const before = process.env.CHROMIUM_PATH
  const set = (value: string | undefined) => {
    if (value === undefined) delete process.env.CHROMIUM_PATH
    else process.env.CHROMIUM_PATH = value
  }
  set(path)
  try {
    return await work()
  } finally {
    set(before)
  }
}

test('on a machine with nothing but npm a browser is found, and it shows a page', async () => {
  const path = await withPath(undefined, findChromium)
  const browser = await launchBrowser(path)
  try {
    const page = await browser.newPage()
    await page.setContent('<p>您好</p>')
    assert.equal(await page.textContent('p'), '您好')
  } finally {
    await browser.close()
  }
})

test('a CHROMIUM_PATH that leads nowhere is named, not passed over', () =>
  withPath('/nowhere/chromium', () => assert.rejects(findChromium, /CHROMIUM_PATH=\/nowhere\/chromium does not start/)))
