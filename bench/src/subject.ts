// usage: subject.ts DATA_DIR. What is measured: the server as main.ts puts it together, with its relay at work; only the
// limit of requests per address is lifted, since all members ask from this one.
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildApp } from '@shequtong/server/http/app'
import { createMetrics } from '@shequtong/server/http/metrics'
import { mountOperations } from '@shequtong/server/http/operations'
import { createRelay } from '@shequtong/server/jobs/relay'
import { openDatabase } from './open-database.ts'
import { createBenchServices } from './services.ts'

const [dataDir = ''] = process.argv.slice(2)
const services = await createBenchServices(dataDir, await openDatabase(join(dataDir, 'database')))
const app = await buildApp(services, { logger: { level: 'warn' }, requestsPerMinute: 1_000_000_000 })
const metrics = createMetrics(services)
mountOperations(app, services, metrics)
createRelay(services, metrics.relay).start()
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (app.server.address() as AddressInfo).port })
// asked by the soak: what is left on the heap after a whole collection
process.on('message', () => {
  globalThis.gc?.()
  process.send?.({ heapBytes: process.memoryUsage().heapUsed })
})
process.on('disconnect', () => process.exit(0))
