import { openApiDocument } from '@shequtong/contract/openapi'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { calendarDaysLeft, warningsAt } from '../platform/warnings.ts'
import { apiRoot } from './mount.ts'
import type { Services } from './services.ts'

/** Liveness, readiness, metrics and the API's own description. */
export const mountOperations = (app: FastifyInstance, services: Services): Registry => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of API requests by endpoint and status',
    labelNames: ['endpoint', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'working_calendar_days_left',
    help: 'Days until the announced calendar of holidays and make-up workdays ends; negative once it has',
    registers: [registry],
    collect() {
      this.set(calendarDaysLeft(services.clock.now()))
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const endpoint = request.routeOptions.config.endpointName
    if (endpoint !== undefined) seconds.observe({ endpoint, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await services.db.one('select 1 as ready')
      return { ready: true, warnings: warningsAt(services.clock.now()) }
    } catch {
      return reply.code(503).send({ ready: false })
    }
  })
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  app.get(`${apiRoot}/openapi.json`, async () => openApiDocument())
  return registry
}
