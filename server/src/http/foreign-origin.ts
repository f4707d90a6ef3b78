import type { FastifyInstance } from 'fastify'
import { isOwnOrigin, type OwnSite } from '../platform/own-origin.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * No page of another site writes here: the third line beside SameSite cookies and the Idempotency-Key header, which a
 * form cannot send.
 */
export const refuseForeignWrites = (app: FastifyInstance, site: OwnSite): void => {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (!isOwnOrigin(request.headers, site)) throw new Refusal('foreign-origin')
  })
}
