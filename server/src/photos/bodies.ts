import { availableParallelism } from 'node:os'
import { photoTypes } from '@shequtong/contract/photos'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../platform/refusal.ts'
import { createGate } from './gate.ts'

/** A core stays free for everyone else, and of libuv's four threads at least two. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1))
const maxWaitingBytes = 200_000_000
const retryAfterSeconds = 5

/**
 * Photo bodies arrive as buffers. An upload waits here for its turn, before it takes a database connection: a hundred
 * at once occupy one or two connections and leave the others to everyone.
 */
export const registerPhotoBodies = (app: FastifyInstance): void => {
  app.addContentTypeParser([...photoTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  const gate = createGate({ atOnce, maxWaitingWeight: maxWaitingBytes })
  const waysOut = new WeakMap<FastifyRequest, () => void>()

  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.endpointName !== 'uploadPhoto') return
    const leave = await gate.enter(request.body instanceof Buffer ? request.body.length : 0)
    if (leave === undefined) throw new Refusal('rate-limited', { retryAfterSeconds })
    waysOut.set(request, leave)
    // nobody waits for this answer any more: no work for it
    if (request.raw.socket.destroyed) throw new Refusal('rate-limited', { retryAfterSeconds })
  })
  app.addHook('onSend', async (request) => {
    waysOut.get(request)?.()
  })
}
