import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { JobsReport } from '../jobs/jobs.ts'
import { lagOf, type OutboxLag } from '../platform/outbox/lag.ts'
import type { RelayReport } from '../platform/outbox/relay.ts'
import { calendarDaysLeft } from '../platform/warnings.ts'
import type { Services } from './services.ts'

export interface Metrics {
  readonly contentType: string
  /** In Prometheus' text format, as it is now. */
  readonly text: () => Promise<string>
  readonly relay: Required<Pick<RelayReport, 'onRelayed' | 'onFailure'>>
  readonly jobs: Required<JobsReport>
  /** Measures every request of `app` from now on. */
  readonly watch: (app: FastifyInstance) => void
}

/** A scrape is answered also when the database is not: what it would have said is missing then. */
const databasePatienceMs = 2_000

const lagWithin = async (services: Pick<Services, 'db' | 'clock'>): Promise<OutboxLag | undefined> => {
  const answer = lagOf(services.db, services.clock.now()).catch(() => undefined)
  return Promise.race([answer, sleep(databasePatienceMs, undefined, { ref: false })])
}

/**
 * What an operator watches. Labels are templates, names of sweeps and states: of a bounded number, and nothing in them
 * comes from a person. The outbox is the whole installation's, everything else is of this process.
 */
export const createMetrics = (
  services: Pick<Services, 'db' | 'pool' | 'clock'>,
  socketCount?: () => number,
): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const requestSeconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by method, route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })

  new Gauge({
    name: 'working_calendar_days_left',
    help: 'Days until the announced calendar of holidays and make-up workdays ends; negative once it has',
    registers,
    collect() {
      this.set(calendarDaysLeft(services.clock.now()))
    },
  })

  const answers = new Gauge({ name: 'database_answers', help: 'Whether the database answered this scrape', registers })
  const waiting = new Gauge({
    name: 'outbox_waiting_events',
    help: 'Events whose effects are still to come',
    labelNames: ['state'],
    registers,
  })
  const oldest = new Gauge({
    name: 'outbox_oldest_waiting_seconds',
    help: 'Age of the oldest event that waits for the relay; 0 when none does',
    labelNames: ['state'],
    registers,
  })
  const askDatabase = async (): Promise<void> => {
    const lag = await lagWithin(services)
    answers.set(lag === undefined ? 0 : 1)
    waiting.reset()
    oldest.reset()
    for (const [state, { events, oldestSeconds }] of Object.entries(lag ?? {})) {
      waiting.set({ state }, events)
      oldest.set({ state }, oldestSeconds)
    }
  }
  const relayed = new Counter({
    name: 'outbox_relayed_events_total',
    help: 'Events relayed by this process',
    registers,
  })
  const relayFailures = new Counter({
    name: 'outbox_failures_total',
    help: 'Failed attempts to bring about the effects of an event',
    registers,
  })

  const sweep = { labelNames: ['sweep'], registers } as const
  const sweepEnded = new Gauge({
    name: 'sweep_last_success_timestamp_seconds',
    help: 'When a sweep last ended well in this process',
    ...sweep,
  })
  const sweepSeconds = new Gauge({ name: 'sweep_last_duration_seconds', help: 'How long its last run took', ...sweep })
  const sweepItems = new Counter({ name: 'sweep_items_total', help: 'How much sweeps did', ...sweep })
  const sweepFailures = new Counter({ name: 'sweep_failures_total', help: 'Runs of sweeps that failed', ...sweep })

  if (socketCount !== undefined)
    new Gauge({
      name: 'realtime_sockets',
      help: 'Open WebSockets',
      registers,
      collect() {
        this.set(socketCount())
      },
    })
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections of the pool by state; waiting: requests for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = services.pool
      this.set({ state: 'busy' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waiting' }, waitingCount)
    },
  })
  new Gauge({ name: 'database_pool_size', help: 'Most connections of the pool', registers }).set(
    services.pool.options.max ?? 10,
  )

  return {
    contentType: registry.contentType,
    async text() {
      await askDatabase()
      return registry.metrics()
    },
    relay: {
      onRelayed: (count) => relayed.inc(count),
      onFailure: () => relayFailures.inc(),
    },
    jobs: {
      onSwept(name, count, tookMs) {
        sweepEnded.set({ sweep: name }, services.clock.now().getTime() / 1000)
        sweepSeconds.set({ sweep: name }, tookMs / 1000)
        sweepItems.inc({ sweep: name }, count)
      },
      onFault: (name) => sweepFailures.inc({ sweep: name }),
    },
    watch(app) {
      app.addHook('onResponse', async (request, reply) => {
        // an address that is none of ours may hold anything
        const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown')
        requestSeconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
      })
    },
  }
}
