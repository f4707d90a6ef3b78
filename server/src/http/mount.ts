import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../platform/database/db.ts'
import { regionOfAddress } from '../platform/network/region-of-address.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Actor, type Ahead, sessionOf } from '../sessions/actor.ts'
import { readSessionToken } from '../sessions/cookie.ts'
import type { Binary, Call, Handlers, ReadAhead } from './call.ts'
import { storedAhead, storedIn } from './idempotency.ts'
import { parse } from './parse.ts'
import { permit } from './permit.ts'
import { Rendered, unrendered } from './rendered.ts'
import { runWrite } from './run-write.ts'
import type { Services } from './services.ts'

export const apiRoot = '/api/v1'
const jsonType = 'application/json; charset=utf-8'

type AnyCall = Call<AnyEndpoint>
type AnyHandler = ((call: AnyCall) => Promise<unknown>) | ((tx: Tx, call: AnyCall) => Promise<unknown>)

/** Told of every reply ('ok') and of every refusal (its slug) before it is sent; the tests check both against the contract. */
export type Witness = (name: EndpointName, outcome: string, reply: unknown) => void

const isBinary = (value: unknown): value is Binary =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'type' in value

const isReadAhead = (handler: AnyHandler): handler is ReadAhead<AnyEndpoint> => 'ahead' in handler

/** What is asked for together with the session: for a write what is kept under its key, for a read ahead the state it names. */
const aheadOf = (endpoint: AnyEndpoint, handler: AnyHandler, request: FastifyRequest): Ahead | undefined => {
  if (endpoint.method !== 'GET') return storedAhead(request.headers['idempotency-key'])
  if (!isReadAhead(handler)) return undefined
  const params = endpoint.params?.safeParse(request.params)
  const query = endpoint.query?.safeParse(request.query)
  if (params?.success === false || query?.success === false) return undefined
  try {
    return handler.ahead({ params: params?.data, query: query?.data } as never)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const handle =
  (services: Services, name: EndpointName, endpoint: AnyEndpoint, handler: AnyHandler, witness: Witness | undefined) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const now = services.clock.now()
    const token = readSessionToken(request)
    const ahead = token === undefined ? undefined : aheadOf(endpoint, handler, request)
    const found = token === undefined ? undefined : await sessionOf(services.db, services.territory, token, now, ahead)
    const visitor =
      found === undefined || endpoint.method === 'GET'
        ? found?.actor
        : { ...found.actor, region: regionOfAddress(request.ip) }
    const params =
      endpoint.permission === 'public' || visitor !== undefined ? parse(endpoint.params, request.params) : undefined
    const place = await permit(endpoint, params, visitor, services)
    const query = parse(endpoint.query, request.query)
    if (endpoint.binaryBody === undefined && request.body instanceof Buffer) throw new Refusal('unsupported-media')
    const body = endpoint.binaryBody === undefined ? parse(endpoint.body, request.body ?? undefined) : request.body
    const afterwards: (() => Promise<void>)[] = []
    const call: AnyCall = {
      input: { params, query, body } as AnyCall['input'],
      actor: visitor as Actor,
      visitor,
      place: place as CommunityPlace,
      now,
      services,
      db: services.db,
      afterCommit: (work) => afterwards.push(work),
      http: { request, reply },
    }
    const value =
      endpoint.method !== 'GET'
        ? await runWrite(
            name,
            handler as (tx: Tx, call: AnyCall) => Promise<unknown>,
            call,
            ahead === undefined ? undefined : storedIn(found?.ahead ?? null),
            afterwards,
          )
        : isReadAhead(handler) && ahead !== undefined && found !== undefined
          ? await handler.view(found.ahead, call)
          : await (handler as (call: AnyCall) => Promise<unknown>)(call)
    for (const work of afterwards)
      await work().catch((error: unknown) => request.log.error({ fault: String(error) }, 'after commit'))
    witness?.(name, 'ok', unrendered(value))
    if (isBinary(value)) {
      reply
        .type(value.type)
        .header(
          'cache-control',
          value.immutable === true ? 'private, max-age=31536000, immutable' : 'private, no-store',
        )
      if (value.fileName !== undefined)
        reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(value.fileName)}`)
      return reply.send(value.bytes)
    }
    reply.header('cache-control', 'no-store')
    return value instanceof Rendered ? reply.type(jsonType).send(value.bytes) : reply.send(value)
  }

/** Mounts every endpoint of the contract. A body that is neither JSON nor declared binary is refused. */
export const mountApi = (app: FastifyInstance, handlers: Handlers, services: Services, witness?: Witness): void => {
  for (const name of Object.keys(api) as EndpointName[]) {
    const endpoint: AnyEndpoint = api[name]
    const route = handle(services, name, endpoint, handlers[name] as AnyHandler, witness)
    app.route({
      method: endpoint.method,
      url: `${apiRoot}${endpoint.path}`,
      bodyLimit: endpoint.binaryBody?.maxBytes ?? 256 * 1024,
      config: { endpointName: name },
      handler: route,
    })
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    endpointName?: EndpointName
  }
}
