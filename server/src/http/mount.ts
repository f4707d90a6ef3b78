import { createHash } from 'node:crypto'
import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { tokenHash } from '../platform/crypto/tokens.ts'
import { type Db, overOne, type Tx, transaction } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Actor, actorOf } from '../sessions/actor.ts'
import { readSessionToken } from '../sessions/cookie.ts'
import type { Binary, Call, Handlers, ReadAhead } from './call.ts'
import {
  hashRequest,
  isKeyTaken,
  readIdempotencyKey,
  replyOf,
  type Stored,
  storedReply,
  storedUnder,
  storeReply,
} from './idempotency.ts'
import { parse } from './parse.ts'
import { permit } from './permit.ts'
import type { Services } from './services.ts'

export const apiRoot = '/api/v1'

type AnyCall = Call<AnyEndpoint>
type AnyHandler = ((call: AnyCall) => Promise<unknown>) | ((tx: Tx, call: AnyCall) => Promise<unknown>)

/** Told of every reply ('ok') and of every refusal (its slug) before it is sent; the tests check both against the contract. */
export type Witness = (name: EndpointName, outcome: string, reply: unknown) => void

const isBinary = (value: unknown): value is Binary =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'type' in value

const runCommand = async (
  name: EndpointName,
  handler: (tx: Tx, call: AnyCall) => Promise<unknown>,
  call: AnyCall,
  known: Stored | undefined,
): Promise<unknown> => {
  const key = readIdempotencyKey(call.http.request.headers['idempotency-key'])
  const ownerId = call.visitor?.personId
  const { pool, db } = call.services
  const endpoint: AnyEndpoint = api[name]
  if (ownerId === undefined || endpoint.permission === 'public' || endpoint.secretReply === true)
    return transaction(pool, (tx) => handler(tx, call))
  const requestHash = hashRequest(call.services.settings.secret, name, [
    call.input.params ?? null,
    call.input.query ?? null,
    call.input.body instanceof Buffer
      ? createHash('sha256').update(call.input.body).digest('hex')
      : (call.input.body ?? null),
  ])
  if (known !== undefined) return replyOf(known, requestHash).reply
  try {
    const written = await transaction(
      pool,
      async (tx) => {
        const reply = await handler(tx, call)
        return { reply, json: JSON.stringify(reply) }
      },
      (tx, { json }) => storeReply(tx, ownerId, key, requestHash, json, call.now),
    )
    return written.reply
  } catch (error) {
    // Another request with this key won while we worked: its answer is ours. A refusal may be the echo of that win too.
    if (!isKeyTaken(error) && !(error instanceof Refusal)) throw error
    const won = await storedReply(db, ownerId, key, requestHash)
    if (won === undefined) throw error
    return won.reply
  }
}

/** What was asked for together with the session. */
interface Found {
  readonly stored?: Stored | undefined
  readonly rows?: { readonly value: unknown } | undefined
}

const isReadAhead = (handler: AnyHandler): handler is ReadAhead<AnyEndpoint, unknown> => 'load' in handler

/**
 * For a write the reply kept under its key, for a read ahead its rows. An address that does not parse finds nothing here,
 * and what fails here fails again, in its turn, where permission has been decided.
 */
const aheadOf =
  (endpoint: AnyEndpoint, handler: AnyHandler, request: FastifyRequest) =>
  async (db: Db, token: string): Promise<Found> => {
    if (endpoint.method !== 'GET')
      return { stored: await storedUnder(db, tokenHash(token), request.headers['idempotency-key']) }
    if (!isReadAhead(handler)) return {}
    const params = endpoint.params?.safeParse(request.params)
    const query = endpoint.query?.safeParse(request.query)
    if (params?.success === false || query?.success === false) return {}
    try {
      return {
        rows: {
          value: await handler.load(db, { params: params?.data, query: query?.data } as never, tokenHash(token)),
        },
      }
    } catch (error) {
      if (error instanceof Refusal) return {}
      throw error
    }
  }

const read = (
  handler: (call: AnyCall) => Promise<unknown>,
  call: AnyCall,
  rows: Found['rows'],
): Promise<unknown> | unknown =>
  rows !== undefined && isReadAhead(handler) ? handler.view(rows.value, call) : handler(call)

const handle =
  (services: Services, name: EndpointName, endpoint: AnyEndpoint, handler: AnyHandler, witness: Witness | undefined) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const now = services.clock.now()
    const token = readSessionToken(request)
    const ahead = aheadOf(endpoint, handler, request)
    const [visitor, found] =
      token === undefined
        ? [undefined, undefined]
        : await overOne(services.pool, (db) => Promise.all([actorOf(db, token, now), ahead(db, token)]))
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
      endpoint.method === 'GET'
        ? await read(handler as (call: AnyCall) => Promise<unknown>, call, found?.rows)
        : await runCommand(name, handler as (tx: Tx, call: AnyCall) => Promise<unknown>, call, found?.stored)
    for (const work of afterwards)
      await work().catch((error: unknown) => request.log.error({ fault: String(error) }, 'after commit'))
    witness?.(name, 'ok', value)
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
    return reply.header('cache-control', 'no-store').send(value)
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
