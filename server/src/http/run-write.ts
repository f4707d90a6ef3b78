import { createHash } from 'node:crypto'
import { api, type EndpointName } from '@shequtong/contract/api'
import { type AnyEndpoint, keepsOf } from '@shequtong/contract/endpoint'
import { type Tx, transaction } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { sessionOf } from '../sessions/actor.ts'
import { readSessionToken } from '../sessions/cookie.ts'
import type { Call, MadeAnew } from './call.ts'
import {
  hashRequest,
  isStandingLost,
  isTaken,
  readIdempotencyKey,
  type Stored,
  storedUnder,
  storeKey,
  strangers,
} from './idempotency.ts'
import { permit } from './permit.ts'
import { Rendered } from './rendered.ts'

type AnyCall = Call<AnyEndpoint>
type AnyCommand = (tx: Tx, call: AnyCall) => Promise<unknown>

const isMadeAnew = (handler: AnyCommand): handler is AnyCommand & MadeAnew<AnyEndpoint> => 'again' in handler

/** What was asked for; the hat is no part of it: a press is the same press, and what it shows is decided for the hat worn now. */
const hashOf = (name: EndpointName, { input, services }: AnyCall): Buffer =>
  hashRequest(services.settings.secret, name, [
    input.params ?? null,
    input.query ?? null,
    input.body instanceof Buffer ? createHash('sha256').update(input.body).digest('hex') : (input.body ?? null),
  ])

/** The reply to a request that was done before, for whoever asks now. */
const replyAgain = async (
  handler: AnyCommand,
  call: AnyCall,
  stored: Stored,
  requestHash: Buffer,
): Promise<unknown> => {
  if (!stored.requestHash.equals(requestHash)) throw new Refusal('idempotency-conflict')
  if (stored.kept === null) throw new Refusal('done-already')
  return isMadeAnew(handler) ? handler.again(call, JSON.parse(stored.kept)) : new Rendered(stored.kept)
}

/** What is refused to somebody who was permitted a moment ago and no longer stands so. */
const refusedNow = async (endpoint: AnyEndpoint, { services, http, input, now }: AnyCall): Promise<Refusal> => {
  const found = await sessionOf(services.db, services.territory, readSessionToken(http.request) ?? '', now)
  try {
    await permit(endpoint, input.params, found?.actor, services)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  // it was taken away and given back in between
  return new Refusal('dependency-unavailable')
}

/**
 * Runs a write once for its key. `known` is what the signed-in person's key stood for when the session was looked up; `late` is the work
 * for after the commit, of which only the attempt that committed leaves any.
 */
export const runWrite = async (
  name: EndpointName,
  handler: AnyCommand,
  call: AnyCall,
  known: Stored | undefined,
  late: { length: number },
): Promise<unknown> => {
  const key = readIdempotencyKey(call.http.request.headers['idempotency-key'])
  const { pool, db } = call.services
  const endpoint: AnyEndpoint = api[name]
  const keeps = keepsOf(endpoint)
  const work = (tx: Tx): Promise<unknown> => {
    late.length = 0
    return handler(tx, call)
  }
  if (keeps === 'nothing') return transaction(pool, work)
  const isPublic = endpoint.permission === 'public'
  const ownerId = isPublic ? strangers : call.actor.personId
  const requestHash = hashOf(name, call)
  const earlier = isPublic ? await storedUnder(db, ownerId, key) : known
  if (earlier !== undefined) return replyAgain(handler, call, earlier, requestHash)
  try {
    const json = await transaction(pool, async (tx) => {
      const reply = await work(tx)
      const whole = JSON.stringify(reply)
      const kept = keeps === 'mark' ? null : isMadeAnew(handler) ? JSON.stringify(handler.about(reply as never)) : whole
      // outside a community a write may change the very session or role that it is written with
      storeKey(
        tx,
        { ownerId, key, requestHash, kept, now: call.now },
        call.place === undefined ? undefined : call.actor,
      )
      return whole
    })
    return new Rendered(json)
  } catch (error) {
    late.length = 0
    if (isStandingLost(error)) throw await refusedNow(endpoint, call)
    // Another request with this key won while we worked: its answer is ours. A refusal may be the echo of that win too.
    if (!isTaken(error) && !(error instanceof Refusal)) throw error
    const won = await storedUnder(db, ownerId, key)
    if (won === undefined) throw error
    return replyAgain(handler, call, won, requestHash)
  }
}
