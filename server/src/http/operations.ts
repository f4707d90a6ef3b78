import { openApiDocument } from '@shequtong/contract/openapi'
import type { FastifyInstance } from 'fastify'
import { warningsAt } from '../platform/warnings.ts'
import type { Metrics } from './metrics.ts'
import { apiRoot } from './mount.ts'
import type { Services } from './services.ts'

/** Liveness, readiness, metrics and the API's own description. */
export const mountOperations = (app: FastifyInstance, services: Services, metrics: Metrics): void => {
  metrics.watch(app)
  // whoever watches must get an answer just when there are too many requests
  const unlimited = { config: { rateLimit: false } } as const
  app.get('/healthz', unlimited, async () => ({ alive: true }))
  app.get('/readyz', unlimited, async (_request, reply) => {
    try {
      await services.db.one('select 1 as ready')
      return { ready: true, warnings: warningsAt(services.clock.now()) }
    } catch {
      return reply.code(503).send({ ready: false })
    }
  })
  app.get('/metrics', unlimited, async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()))
  app.get(`${apiRoot}/openapi.json`, async () => openApiDocument())
}
