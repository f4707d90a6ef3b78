import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildApp } from '@shequtong/server/http/app'
import type { Services } from '@shequtong/server/http/services'
import { serveWebApp } from '@shequtong/server/http/web-app'
import { createRelay } from '@shequtong/server/jobs/relay'
import { httpSentMessages } from '@shequtong/server/platform/sms/sent-messages'
import { mountRealtime } from '@shequtong/server/realtime/mount'
import { buildWebIfStale } from '@shequtong/server/start/build-web'
import { startSimulators } from '@shequtong/server/start/simulators'
import { createDemoWorld, type DemoWorld } from '@shequtong/worlds/demo/demo-world'
import type { DemoPerson } from '@shequtong/worlds/demo/person-types'
import type { Browser } from 'playwright-core'
import { TestClock } from '../../server/test/support/test-clock.ts'
import { witness } from '../../server/test/support/witness.ts'
import { launchBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'
import { createDemoDatabase } from './demo-database.ts'
import type { DeviceName } from './devices.ts'
import { openPersona, type Persona, type PersonaOptions } from './persona.ts'
import { stageServices } from './stage-services.ts'

/** The real server over the demo world with the built web app, a clock that stands until it is moved, and a browser. */
export class Stage {
  readonly origin: string
  /** Of WeChat's page, which the browser visits. */
  readonly wechatOrigin: string
  readonly clock: TestClock
  readonly services: Services
  readonly world: DemoWorld
  readonly browser: Browser
  readonly cast: Persona[] = []
  /** Every screen that somebody was examined at, in all the scenes of this stage. */
  readonly examined: { readonly device: DeviceName; readonly path: string }[] = []
  private readonly sms: ReturnType<typeof httpSentMessages>
  private readonly closing: (() => Promise<unknown>)[]
  private readonly relight: (whileDark: () => Promise<void>) => Promise<void>

  constructor(parts: {
    origin: string
    wechatOrigin: string
    clock: TestClock
    services: Services
    browser: Browser
    sms: ReturnType<typeof httpSentMessages>
    closing: (() => Promise<unknown>)[]
    relight: (whileDark: () => Promise<void>) => Promise<void>
  }) {
    this.origin = parts.origin
    this.wechatOrigin = parts.wechatOrigin
    this.clock = parts.clock
    this.services = parts.services
    this.browser = parts.browser
    this.sms = parts.sms
    this.closing = parts.closing
    this.relight = parts.relight
    this.world = createDemoWorld(parts.clock.now())
  }

  /** Somebody with a device of their own, at nobody's page yet. */
  async enters(name: string, options: PersonaOptions = {}): Promise<Persona> {
    const persona = await openPersona(this, name, options)
    this.cast.push(persona)
    return persona
  }

  /** The papers of somebody of the demo world. */
  person(id: string): DemoPerson {
    const found = this.world.people.find((person) => person.id === id)
    if (found === undefined) throw new Error(`nobody is called ${id}`)
    return found
  }

  /** What the code on the gate of this compound holds now. */
  async codeOf(compoundName: string): Promise<string> {
    const row = await this.services.db.one<{ code: string }>(
      `select code from qr_codes join compounds using (community_id, compound_id)
       where compounds.name = $1 and revoked_at is null`,
      [compoundName],
    )
    return row.code
  }

  /** The latest one-time code that was sent to this phone. */
  async codeFor(phone: string): Promise<string> {
    const [latest] = await this.sms(`+86${phone.replace(/^\+86/, '')}`)
    if (latest?.values.code === undefined) throw new Error(`no code was sent to ${phone}`)
    return latest.values.code
  }

  /** For everyone at once: the server and every open page. */
  async timePasses(by: Parameters<TestClock['advance']>[0]): Promise<void> {
    this.clock.advance(by)
    for (const persona of this.cast) await persona.timeIs(this.clock.now())
  }

  /** The server stops, everyone's connections with it, and comes back at the same address over the same data. */
  async restarts(whileDark: () => Promise<void> = async () => undefined): Promise<void> {
    for (const { watched } of this.cast) watched.forgivesNetwork()
    await this.relight(whileDark)
  }

  /** Everyone leaves; what they did stays. */
  async clear(): Promise<void> {
    for (const persona of this.cast.splice(0)) await persona.leaves()
  }

  async close(): Promise<void> {
    await this.clear()
    for (const close of this.closing.toReversed()) await close()
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const webFolder = fileURLToPath(new URL('../../web/dist/', import.meta.url))

export const openStage = async (): Promise<Stage> => {
  const closing: (() => Promise<unknown>)[] = []
  try {
    await buildWebIfStale()
    const clock = new TestClock()
    const database = await createDemoDatabase(clock)
    closing.push(database.drop)
    const simulators = await startSimulators('127.0.0.1', '127.0.0.1')
    closing.push(simulators.stop)
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const services = stageServices({ ...database, clock, simulators, publicUrl: origin })
    const light = async () => {
      const app = await buildApp(services, { requestsPerMinute: 1_000_000, witness })
      mountRealtime(app, services)
      await serveWebApp(app, webFolder)
      await app.listen({ host: '127.0.0.1', port })
      return app
    }
    const relay = createRelay(services)
    relay.start()
    closing.push(() => relay.stop())
    let app = await light()
    closing.push(() => app.close())
    const relight = async (whileDark: () => Promise<void>) => {
      // a browser keeps connections open and would keep a polite server waiting
      const closed = app.close()
      const cut = setInterval(() => app.server.closeAllConnections(), 100)
      await closed.finally(() => clearInterval(cut))
      await whileDark()
      app = await light()
    }
    const browser = await launchBrowser(await findChromium())
    closing.push(() => browser.close())
    const wechatOrigin = simulators.wechat.openUrl
    const sms = httpSentMessages(simulators.sms)
    return new Stage({ origin, wechatOrigin, clock, services, browser, sms, closing, relight })
  } catch (error) {
    for (const close of closing.toReversed()) await close()
    throw error
  }
}
