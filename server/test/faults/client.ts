import { randomUUID } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Player } from './cast.ts'
import type { Ledger } from './ledger.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

export interface Body {
  readonly type: string
  readonly bytes: Buffer
}

export const json = (value: unknown): Body => ({ type: 'application/json', bytes: Buffer.from(JSON.stringify(value)) })

const answerWithinMs = 10_000

/** A whole answer, or a rejection: a connection that breaks in the middle of one gives none. */
const exchange = (origin: string, path: string, player: Player, key?: string, body?: Body): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = {
      cookie: `shequtong=${player.token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': body.type, 'content-length': body.bytes.length }),
    }
    const to = request(
      `${origin}/api/v1${path}`,
      {
        method: key === undefined ? 'GET' : 'POST',
        headers,
        // other systems have one loopback address only
        ...(process.platform === 'linux' ? { localAddress: player.address } : {}),
        signal: AbortSignal.timeout(answerWithinMs),
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.once('error', reject)
        response.once('end', () =>
          response.complete
            ? resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) })
            : reject(new Error('cut off')),
        )
      },
    )
    to.once('error', reject)
    to.end(body?.bytes)
  })

export interface WriteOptions {
  readonly endpoint: string
  readonly path: string
  readonly body: Body
  readonly mark?: string
  readonly photoIds?: readonly string[]
  /** Sends it once more after it was acknowledged, as a client does whose answer was lost on the way. */
  readonly doubtful?: boolean
  /** Gives up between two tries. */
  readonly isOver: () => boolean
}

const retryAfterMs = 150

/** Worth asking again, by the rule of the web app: no answer, or something the server waits for. */
const mayPass = (status: number): boolean => status === 503 || status === 429

export interface Client {
  /** The reply; undefined when it was refused, or never answered until the end. */
  write(player: Player, options: WriteOptions): Promise<Record<string, unknown> | undefined>
  read(player: Player, path: string): Promise<Answer>
}

/** Sends as the web app does: one key for one intent, the same after a lost connection. The ledger hears of every try. */
export const createClient = (origin: string, ledger: Ledger): Client => ({
  read: (player, path) => exchange(origin, path, player),
  async write(player, { endpoint, path, body, mark = '', photoIds = [], doubtful = false, isOver }) {
    const write = { key: randomUUID(), by: player.personId, endpoint, mark, photoIds }
    let left = doubtful ? 2 : 1
    for (;;) {
      ledger.append({ ...write, event: 'sent' })
      const answer = await exchange(origin, path, player, write.key, body).catch(() => undefined)
      if (answer === undefined) ledger.append({ ...write, event: 'no-answer' })
      else if (answer.status === 200) {
        const reply = JSON.parse(answer.bytes.toString()) as Record<string, unknown>
        ledger.append({ ...write, event: 'acknowledged', status: 200, reply })
        left -= 1
        if (left === 0) return reply
      } else {
        ledger.append({ ...write, event: 'refused', status: answer.status })
        if (!mayPass(answer.status)) return undefined
      }
      if (isOver()) return undefined
      await sleep(retryAfterMs)
    }
  },
})
