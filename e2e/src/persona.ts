/// <reference lib="dom" />
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import coreWords from '../../web/src/messages/zh-CN/core.ts'
import { type DeviceName, devices } from './devices.ts'
import { type Choose, findPressable, findTypable, isOffered, sceneOf } from './find.ts'
import { pressByKeys, typeAhead, typeByKeys } from './keys.ts'
import { KnownParts, partsOf } from './known-parts.ts'
import { axeFaults, reflowFaults, sidewaysFaults, smallTargets } from './page-checks.ts'
import type { Stage } from './stage.ts'
import { type Watched, watch } from './watch.ts'

export interface PersonaOptions {
  readonly device?: DeviceName
  /** Signs in as this persona of the demo first. */
  readonly as?: string
  /** Presses and writes with keys alone. */
  readonly keyboard?: boolean
}

const knownParts = new KnownParts()

/** Somebody of the story with a device: opens, presses, writes, sees; every screen they come to is examined. */
export class Persona {
  readonly name: string
  page: Page
  readonly context: BrowserContext
  readonly watched: Watched
  private readonly stage: Stage
  private readonly device: DeviceName
  private readonly keyboard: boolean
  private readonly examined = new Set<string>()

  constructor(stage: Stage, name: string, context: BrowserContext, page: Page, options: PersonaOptions) {
    this.stage = stage
    this.name = name
    this.context = context
    this.page = page
    this.device = options.device ?? 'phone'
    this.keyboard = options.keyboard ?? false
    this.watched = watch(context, stage.origin)
  }

  /** The path of what is open now. */
  get path(): string {
    return new URL(this.page.url()).pathname
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(`${this.stage.origin}${path}`)
    await this.looksAround()
  }

  /** By what it is called: a button, a link, a choice. */
  async presses(name: string, choose?: Choose): Promise<void> {
    const target = await findPressable(this.page, name, choose)
    await this.activate(target)
    await this.looksAround()
  }

  /** A line of a list, by anything that it says. */
  async pressesLink(said: string): Promise<void> {
    const line = this.page.getByRole('link').filter({ hasText: said, visible: true }).first()
    await line.waitFor({ timeout: 8_000 })
    await this.activate(line)
    await this.looksAround()
  }

  private async activate(target: Locator): Promise<void> {
    if (this.keyboard) return pressByKeys(this.page, target)
    const label = await target.evaluateHandle((element) =>
      element instanceof HTMLInputElement ? (element.labels?.[0] ?? element) : element,
    )
    const element = label.asElement()
    if (element === null) throw new Error('nothing to press')
    return devices[this.device].touch ? element.tap({ timeout: 5_000 }) : element.click({ timeout: 5_000 })
  }

  async types(label: string, text: string): Promise<void> {
    const target = await findTypable(this.page, label)
    if (this.keyboard) return typeByKeys(this.page, target, text)
    await target.fill(text)
  }

  /** One line of a list that opens: by the pointer, or by the letters it begins with. */
  async chooses(label: string, option: string): Promise<void> {
    const list = await findTypable(this.page, label)
    if (this.keyboard) await typeAhead(this.page, list, option)
    else await list.selectOption({ label: option })
    assert.equal(await list.locator('option:checked').innerText(), option)
    await this.looksAround()
  }

  async holdsFile(label: string, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.page.getByLabel(label).first().setInputFiles(files)
  }

  async valueOf(label: string): Promise<string> {
    return (await findTypable(this.page, label)).inputValue()
  }

  /** The words of the table's row with this head. */
  async rowOf(head: string): Promise<string> {
    const row = this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: head, exact: true }) })
    return row.innerText({ timeout: 8_000 })
  }

  /** What the focused field is called. */
  async focusedLabel(): Promise<string> {
    return this.page.evaluate(() => {
      const focused = document.activeElement
      return (focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined) ?? ''
    })
  }

  /** Everything that outlives the tab. */
  async keptOnDevice(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify({ ...localStorage }))
  }

  /** The page is gone, the browser stays what it is. */
  async closesAndOpens(path: string): Promise<void> {
    await this.page.close()
    this.page = await this.context.newPage()
    await this.opens(path)
  }

  /** Where a link of this name leads. */
  async linkTo(name: string): Promise<string> {
    return (await (await findPressable(this.page, name)).getAttribute('href')) ?? ''
  }

  async sees(text: string | RegExp, withinMs = 8_000): Promise<void> {
    const shown = (await sceneOf(this.page)).getByText(text).filter({ visible: true }).first()
    try {
      await shown.waitFor({ timeout: withinMs })
    } catch {
      assert.fail(`${this.name} does not see ${String(text)} at ${this.path}; there is:\n${await this.words()}`)
    }
  }

  async seesNoLonger(text: string | RegExp, withinMs = 8_000): Promise<void> {
    const shown = this.page.getByText(text).filter({ visible: true }).first()
    await shown.waitFor({ state: 'hidden', timeout: withinMs })
  }

  async doesNotSee(text: string | RegExp): Promise<void> {
    const shown = this.page.getByText(text).filter({ visible: true })
    assert.equal(await shown.count(), 0, `${this.name} sees ${String(text)} at ${this.path}`)
  }

  /** Is there something of this name to press? */
  async isOffered(name: string): Promise<boolean> {
    return isOffered(this.page, name)
  }

  async words(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  /** Everything asked of the server has been answered and no placeholder is left. */
  async settles(): Promise<void> {
    const until = performance.now() + 10_000
    for (let quiet = 0; quiet < 3; await sleep(25)) {
      quiet = this.watched.pending() > 0 || !(await this.isDrawn()) ? 0 : quiet + 1
      if (performance.now() > until) throw new Error(`${this.name}: ${this.page.url()} does not come to rest`)
    }
  }

  /** The document of an address is there whole, and the app has drawn all of it; not so while one page gives way to the next. */
  private async isDrawn(): Promise<boolean> {
    const drawn = (loading: string) =>
      document.readyState === 'complete' &&
      document.getElementById('app')?.childElementCount !== 0 &&
      ![...document.querySelectorAll(`[role=status][aria-label="${loading}"]`)].some((one) => one.checkVisibility())
    return this.page.evaluate(drawn, coreWords.states.loading).catch(() => false)
  }

  /** Waits for rest and examines a screen that is new to this person, or has parts that nobody examined on this device. */
  async looksAround(): Promise<void> {
    for (;;)
      try {
        await this.settles()
        return await this.looks()
      } catch (error) {
        // one page gave way to the next while it was looked at: the next is the one to look at
        if (!String(error).includes('Execution context was destroyed')) throw error
      }
  }

  private async looks(): Promise<void> {
    this.assertUnharmed()
    const place = await sceneOf(this.page)
    const [first, second] = [place.getByRole('heading', { level: 1 }), place.getByRole('heading', { level: 2 })]
    const screen = [this.path, ...(await first.allTextContents()), ...(await second.allTextContents())].join(' · ')
    const parts = [`address ${this.path.replaceAll(/[\da-f-]{36}|\d+/g, '…')}`, ...(await partsOf(this.page))]
    const isKnown = knownParts.hasAll(this.device, parts)
    if (isKnown && this.examined.has(screen)) return
    const { leastTargetPx, reflowsInPlace, viewport } = devices[this.device]
    const faults = [
      ...(isKnown ? [] : await axeFaults(this.page)),
      ...(await smallTargets(this.page, leastTargetPx)),
      ...(await sidewaysFaults(this.page, viewport.width)),
    ]
    if (reflowsInPlace && !this.examined.has(screen)) faults.push(...(await reflowFaults(this.page)))
    assert.deepEqual(faults, [], `${this.name} at ${screen}`)
    knownParts.add(this.device, parts)
    this.examined.add(screen)
    this.stage.examined.push({ device: this.device, path: this.path })
  }

  /** No script failed, nothing that the page's own policy forbids was tried, no request ended in a fault of the server. */
  assertUnharmed(): void {
    assert.deepEqual(this.watched.faults, [], `${this.name} at ${this.path}`)
  }

  /** Reads an address with this person's session; for what is no screen. */
  async fetches(path: string): Promise<{ status: number; type: string; bytes: Buffer }> {
    const response = await this.context.request.get(`${this.stage.origin}${path}`)
    return { status: response.status(), type: response.headers()['content-type'] ?? '', bytes: await response.body() }
  }

  /** Writes to the API with this person's session, for what must stand there before a scene; the reply. */
  async posts<Reply>(path: string, payload: object | Buffer): Promise<Reply> {
    const type = Buffer.isBuffer(payload) ? 'image/jpeg' : 'application/json'
    const response = await this.context.request.post(`${this.stage.origin}/api/v1${path}`, {
      data: payload,
      headers: { 'content-type': type, 'idempotency-key': randomUUID() },
    })
    assert.equal(response.status(), 200, await response.text())
    return (await response.json()) as Reply
  }

  async timeIs(now: Date): Promise<void> {
    await this.context.clock.setFixedTime(now)
  }

  async goesOffline(): Promise<void> {
    this.watched.forgivesNetwork()
    await this.context.setOffline(true)
  }

  /** The server takes the next write to this address; its answer never arrives. */
  async losesNextReply(ending: string): Promise<void> {
    this.watched.forgivesNetwork()
    await this.page.route(
      (url) => url.pathname.endsWith(ending),
      async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
  }

  /** Where the pictures on the screen come from. */
  async photos(): Promise<string[]> {
    const shown = await this.page.getByRole('main').getByRole('img').all()
    const sources = await Promise.all(shown.map((picture) => picture.getAttribute('src')))
    return sources.filter((source) => source !== null)
  }

  async comesOnline(): Promise<void> {
    await this.context.setOffline(false)
  }

  async leaves(): Promise<void> {
    await this.context.close()
  }
}

export const openPersona = async (stage: Stage, name: string, options: PersonaOptions): Promise<Persona> => {
  const { viewport, touch } = devices[options.device ?? 'phone']
  const context = await stage.browser.newContext({
    viewport,
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  })
  await context.clock.setFixedTime(stage.clock.now())
  if (options.device === 'elder')
    await context.addInitScript(() => {
      localStorage.setItem(
        'shequtong.preferences',
        JSON.stringify({ theme: 'system', mode: 'elder', language: 'zh-CN' }),
      )
    })
  if (options.as !== undefined) {
    const response = await context.request.post(`${stage.origin}/api/v1/demo/sign-in`, {
      data: { personaId: options.as },
      headers: { 'idempotency-key': randomUUID() },
    })
    assert.equal(response.status(), 200, await response.text())
  }
  return new Persona(stage, name, context, await context.newPage(), options)
}
