import { randomUUID } from 'node:crypto'
import { type Api, api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint, ReplyOf, RequestOf } from '@shequtong/contract/endpoint'
import type { Problem } from '@shequtong/contract/problems'
import type { FastifyInstance } from 'fastify'
import { apiRoot } from '../../src/http/mount.ts'

export interface Answer<T> {
  readonly status: number
  readonly reply: T
  readonly problem: Problem
  readonly headers: Record<string, unknown>
  readonly raw: Buffer
}

export interface SendOptions {
  readonly key?: string
  readonly binary?: { readonly type: string; readonly bytes: Buffer }
  readonly headers?: Record<string, string>
  /** The network address it comes from; left out, this machine's. */
  readonly from?: string
}

/** A Cookie header with what `set` (Set-Cookie headers) puts in the place of the former values. */
const merged = (cookie: string | undefined, set: readonly string[]): string => {
  const pairs = [...(cookie?.split('; ') ?? []), ...set.map((one) => one.split(';')[0] ?? '')]
  return [...new Map(pairs.map((pair) => [pair.split('=')[0], pair])).values()].join('; ')
}

/** Path parameters and query filled in. */
export const addressOf = (endpoint: AnyEndpoint, given: { params?: unknown; query?: unknown }): string => {
  const params = (given.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams(
    Object.entries((given.query ?? {}) as Record<string, unknown>).flatMap(([k, v]) =>
      v === undefined ? [] : [[k, String(v)] as [string, string]],
    ),
  ).toString()
  return `${apiRoot}${path}${query === '' ? '' : `?${query}`}`
}

/** Somebody with a browser: keeps the cookie, sends requests through the public API. */
export class TestPerson {
  readonly name: string
  cookie: string | undefined
  private readonly app: FastifyInstance

  constructor(app: FastifyInstance, name: string) {
    this.app = app
    this.name = name
  }

  async send<N extends EndpointName>(
    name: N,
    given: Partial<RequestOf<Api[N]>> = {},
    options: SendOptions = {},
  ): Promise<Answer<ReplyOf<Api[N]>>> {
    const endpoint: AnyEndpoint = api[name]
    const writes = endpoint.method !== 'GET'
    const body =
      options.binary?.bytes ?? (given.body === undefined ? (writes ? '{}' : undefined) : JSON.stringify(given.body))
    const hasBody = body !== undefined && endpoint.method !== 'DELETE'
    const response = await this.app.inject({
      method: endpoint.method,
      url: addressOf(endpoint, given),
      ...(options.from === undefined ? {} : { remoteAddress: options.from }),
      headers: {
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(writes ? { 'idempotency-key': options.key ?? randomUUID() } : {}),
        ...(hasBody ? { 'content-type': options.binary?.type ?? 'application/json' } : {}),
        ...options.headers,
      },
      ...(hasBody ? { payload: body } : {}),
    })
    const set = response.headers['set-cookie']
    if (set !== undefined) this.cookie = merged(this.cookie, [set].flat())
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    const json = isJson ? (JSON.parse(response.body) as unknown) : undefined
    return {
      status: response.statusCode,
      reply: json as ReplyOf<Api[N]>,
      problem: json as Problem,
      headers: response.headers,
      raw: response.rawPayload,
    }
  }

  /** As `send`, for what must succeed. */
  async does<N extends EndpointName>(
    name: N,
    given: Partial<RequestOf<Api[N]>> = {},
    options: SendOptions = {},
  ): Promise<ReplyOf<Api[N]>> {
    const answer = await this.send(name, given, options)
    if (answer.status !== 200)
      throw new Error(`${this.name} ${name}: ${answer.status} ${answer.raw.toString().slice(0, 400)}`)
    return answer.reply
  }

  /** As `send`, for what must be refused with this problem. */
  async isRefused<N extends EndpointName>(
    name: N,
    given: Partial<RequestOf<Api[N]>>,
    slug: string,
    options: SendOptions = {},
  ): Promise<Problem> {
    const answer = await this.send(name, given, options)
    if (answer.problem?.type !== `/problems/${slug}`)
      throw new Error(
        `${this.name} ${name}: expected ${slug}, got ${answer.status} ${answer.raw.toString().slice(0, 400)}`,
      )
    return answer.problem
  }
}
