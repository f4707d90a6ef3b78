import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { api } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/http/app.ts'
import { apiRoot } from '../../src/http/mount.ts'
import { createTestServices, type TestServices } from '../support/test-services.ts'
import { routesBeyond, routesOf } from './routes.ts'

let stage: TestServices
before(async () => {
  stage = await createTestServices()
})
after(() => stage.close())

const endpoints = Object.values(api as Record<string, AnyEndpoint>)

const withRoutes = async (more: (app: FastifyInstance) => void): Promise<string[]> => {
  const app = await buildApp(stage.services)
  more(app)
  await app.ready()
  const routes = routesOf(app)
  await app.close()
  const mounted = new Set(routes)
  for (const { method, path } of endpoints) assert.ok(mounted.has(`${method} ${apiRoot}${path}`), path)
  return routesBeyond(routes, endpoints)
}

test('the server answers the endpoints of the contract and nothing else: what is no value there has no isolation test', async () => {
  assert.deepEqual(await withRoutes(() => undefined), [])
})

test('a route that somebody mounts beside the contract is caught, whatever its method', async () => {
  const found = await withRoutes((app) => {
    app.get('/api/v1/everybody', async () => [])
    app.delete('/api/v1/me', async () => ({}))
    app.all('/debug/:what', async () => ({}))
  })
  assert.ok(found.includes('GET /api/v1/everybody'))
  assert.ok(found.includes('DELETE /api/v1/me'))
  assert.ok(found.includes('POST /debug/:what'))
})
