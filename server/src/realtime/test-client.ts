import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import fastifyCookie from '@fastify/cookie'
import { ServerMessage } from '@shequtong/contract/realtime'
import Fastify from 'fastify'
import { WebSocket } from 'ws'
import type { Services } from '../http/services.ts'
import type { TestPerson } from '../jobs/test-world.ts'
import { mountRealtime } from './mount.ts'

const patienceMs = 5_000

/** A server process of its own, as far as realtime is concerned. */
export const startServer = async (world: {
  readonly services: Pick<Services, 'db' | 'pool' | 'clock' | 'territory'>
  readonly settings: Services['settings']
}) => {
  const app = Fastify()
  await app.register(fastifyCookie)
  const realtime = mountRealtime(app, { ...world.services, settings: world.settings }, { watchEveryMs: 50 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return { url: `ws://127.0.0.1:${port}/api/v1/realtime`, realtime, close: () => app.close() }
}
export type TestServer = Awaited<ReturnType<typeof startServer>>

export type Told = ServerMessage

/** A socket that keeps what it was told; every message is checked against the contract. */
export class Client {
  readonly told: Told[] = []
  readonly socket: WebSocket
  closedWith: number | undefined

  constructor(server: TestServer, person: TestPerson | undefined, headers: Record<string, string> = {}) {
    const cookie = person === undefined ? {} : { cookie: `shequtong=${person.token}` }
    this.socket = new WebSocket(server.url, { headers: { ...cookie, ...headers } })
    this.socket.on('message', (data) => this.told.push(ServerMessage.parse(JSON.parse(String(data)))))
    this.socket.on('close', (code) => {
      this.closedWith = code
    })
  }

  async open(): Promise<this> {
    await once(this.socket, 'open')
    return this
  }

  /** The HTTP status of a refused upgrade. */
  async refusedWith(): Promise<number | undefined> {
    const [, response] = await once(this.socket, 'unexpected-response')
    this.socket.on('error', () => undefined)
    this.socket.terminate()
    return response.statusCode
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message))
  }

  /** The first message that fits, waiting for it. */
  async hears<T extends Told>(fits: (message: Told) => message is T): Promise<T>
  async hears(fits: (message: Told) => boolean): Promise<Told>
  async hears(fits: (message: Told) => boolean): Promise<Told> {
    const until = performance.now() + patienceMs
    for (;;) {
      const found = this.told.find(fits)
      if (found !== undefined) return found
      if (performance.now() > until) throw new Error(`not heard; told: ${JSON.stringify(this.told)}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  /** What the server says to entering `room`. */
  async enters(room: string, since?: number): Promise<Told> {
    const before = this.told.length
    this.say(since === undefined ? { subscribe: room } : { subscribe: room, since })
    return this.hears(
      (message) => this.told.indexOf(message) >= before && message.type !== 'hint' && message.room === room,
    )
  }

  hintsOf(room: string) {
    return this.told.flatMap((message) => (message.type === 'hint' && message.room === room ? [message] : []))
  }

  async closes(): Promise<number> {
    const until = performance.now() + patienceMs
    while (this.closedWith === undefined) {
      if (performance.now() > until) throw new Error('still open')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return this.closedWith
  }

  leave(): void {
    this.socket.close()
  }
}
