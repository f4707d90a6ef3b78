import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from './http/app.ts'
import { createMetrics } from './http/metrics.ts'
import { mountOperations } from './http/operations.ts'
import { serveWebApp } from './http/web-app.ts'
import { createJobs } from './jobs/jobs.ts'
import { createRelay } from './jobs/relay.ts'
import { readConfig } from './platform/config.ts'
import { migrate } from './platform/database/migrate.ts'
import { warningsAt } from './platform/warnings.ts'
import { mountRealtime } from './realtime/mount.ts'
import { addressesOf } from './start/addresses.ts'
import { buildWebIfStale } from './start/build-web.ts'
import { prepareDataFolder } from './start/data-folder.ts'
import { seedDemo } from './start/demo.ts'
import { announceInstance, withdrawInstance } from './start/instance.ts'
import { watchForInterruption } from './start/interruption.ts'
import { openDatabase } from './start/open-database.ts'
import { checkPortFree, explainListen, portToTake } from './start/port.ts'
import { createProgress } from './start/progress.ts'
import { printStartFailure } from './start/refusals.ts'
import { runningScreen, startScreen } from './start/screen.ts'
import { createServices } from './start/services.ts'
import { installShutdown } from './start/shutdown.ts'
import { startSimulators } from './start/simulators.ts'

const write = (text: string): void => {
  process.stdout.write(text)
}

const webFolder = fileURLToPath(new URL('../../web/dist/', import.meta.url))

const interruption = watchForInterruption()
let dataDir = join(process.cwd(), '.data')

const start = async (): Promise<void> => {
  const began = performance.now()
  const given = readConfig()
  const config = { ...given, port: await portToTake(given.host, given.port) }
  dataDir = config.dataDir
  const { step } = createProgress(5, write)
  await prepareDataFolder(config.dataDir)
  const opened = await step('数据库 database', () => openDatabase(config, { onLockLost: () => process.exit(1) }))
  if (opened.kind === 'running') {
    write(runningScreen(opened.running))
    return
  }
  const { database, instance } = opened
  interruption.opened(database.stop)
  try {
    await checkPortFree(config.host, config.port)
    await step('数据表 tables', () => migrate(database.ownerPool))
    const servesPeople = config.parts.has('http')
    await step('网页 web app', async () => servesPeople && (await buildWebIfStale()))
    const addresses = addressesOf(config.host, config.port)
    const publicUrl = config.publicUrl ?? addresses.network[0] ?? addresses.local
    // a simulated WeChat lets in whoever it is told to let in
    const simulators =
      config.mode === 'production' ? undefined : await startSimulators(config.host, new URL(publicUrl).hostname)
    const services = await createServices(config, database, publicUrl, simulators)
    const personas = await step('演示世界 demo world', () =>
      config.demo ? seedDemo(services, database.ownerPool) : Promise.resolve([]),
    )
    const logger = config.mode === 'production' ? { level: 'info' } : { level: 'warn' }
    const app = await buildApp(services, {
      logger,
      trustedProxies: config.mode === 'production' ? config.trustedProxies : [],
      api: servesPeople,
    })
    for (const warning of warningsAt(services.clock.now())) app.log.warn(warning)
    const realtime = config.parts.has('realtime') ? mountRealtime(app, services) : undefined
    const metrics = createMetrics(services, realtime?.socketCount)
    mountOperations(app, services, metrics)
    if (servesPeople) await serveWebApp(app, webFolder)
    const relay = createRelay(services, {
      onRelayed: metrics.relay.onRelayed,
      onFailure: (failure, error) => {
        const { event, attempts, parked } = failure
        metrics.relay.onFailure(failure, error)
        app.log.error({ eventType: event.type, attempts, parked, fault: String(error) }, 'an event failed')
      },
      onAway: (error) => app.log.warn({ fault: String(error) }, 'the relay waits for the database'),
    })
    const jobs = createJobs(services, {
      onSwept: metrics.jobs.onSwept,
      onFault: (name, error) => {
        metrics.jobs.onFault(name, error)
        app.log.error({ sweep: name, fault: String(error) }, 'a sweep failed')
      },
    })
    if (config.parts.has('jobs')) {
      relay.start()
      jobs.start()
    }
    await step('监听 listening', () =>
      app.listen({ host: config.host, port: config.port }).catch(async (error: NodeJS.ErrnoException) => {
        throw await explainListen(error, config.host, config.port)
      }),
    )
    await announceInstance(config.dataDir, instance, {
      pid: process.pid,
      addresses: [addresses.local, ...addresses.network],
      startedAt: services.clock.now().toISOString(),
    })
    interruption.over()
    installShutdown([
      { name: 'announcement', run: () => withdrawInstance(config.dataDir, instance) },
      { name: 'connections', run: async () => realtime?.stop() },
      { name: 'http', run: () => app.close() },
      { name: 'jobs', run: () => jobs.stop() },
      { name: 'relay', run: () => relay.stop() },
      { name: 'simulators', run: async () => simulators?.stop() },
      { name: 'database', run: () => database.stop() },
    ])
    // one lost connection must not end the service of everybody else
    process.on('unhandledRejection', (fault) =>
      app.log.error({ fault: String(fault) }, 'a rejection nobody waited for'),
    )
    write(startScreen({ addresses, publicUrl: config.publicUrl, personas, startedInMs: performance.now() - began }))
  } catch (error) {
    await database.stop()
    throw error
  }
}

start().catch((error: unknown) => {
  if (interruption.failed()) return
  // what was opened beside the database, such as the simulators, would keep the process alive
  process.exit(printStartFailure(error, dataDir, (text) => process.stderr.write(text)))
})
