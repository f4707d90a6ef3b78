import { rollTypes } from '@shequtong/contract/dwelling-roll'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../platform/refusal.ts'

/** A roll is read once a year: two at once leave the machine to everybody else. */
const atOnce = 2
const retryAfterSeconds = 5

/** Roll files arrive as buffers, and wait outside while two others are being read. */
export const registerRollBodies = (app: FastifyInstance): void => {
  app.addContentTypeParser([...rollTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  const reading = new Set<FastifyRequest>()
  app.addHook('preHandler', async (request) => {
    const { endpointName } = request.routeOptions.config
    if (endpointName !== 'checkRoll' && endpointName !== 'importRoll') return
    if (reading.size >= atOnce) throw new Refusal('rate-limited', { retryAfterSeconds })
    reading.add(request)
  })
  app.addHook('onSend', async (request) => {
    reading.delete(request)
  })
}
