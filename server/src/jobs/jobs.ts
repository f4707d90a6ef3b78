import { setTimeout as sleep } from 'node:timers/promises'
import { transaction } from '../platform/database/db.ts'
import { type Sweep, type SweepServices, type Swept, sweepLimit, sweeps } from './sweep.ts'

export interface Jobs {
  start(): void
  /**
   * Runs every sweep once, to its end, also after one that failed; returns how much each did. What another process is at
   * is left to it.
   */
  runNow(): Promise<Readonly<Record<string, number>>>
  stop(): Promise<void>
}

export interface JobsReport {
  readonly onSwept?: (name: string, count: number, tookMs: number) => void
  readonly onFault?: (name: string, error: unknown) => void
}

const everyMs = 60_000
const pausePollMs = 1_000

/** One process at a time does a sweep: the lock's key is the sweep's name, and it ends with the transaction. */
const piece = (sweep: Sweep, services: SweepServices): Promise<Swept> =>
  transaction(services.pool, async (tx) => {
    const { mine } = await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext($1)) as mine`, [
      `sweep ${sweep.name}`,
    ])
    return mine ? sweep.run(tx, services.clock.now(), services) : { count: 0 }
  })

/** Runs the sweeps once a minute by the injected clock. */
export const createJobs = (services: SweepServices, report: JobsReport = {}): Jobs => {
  const stopping = new AbortController()

  const runToEnd = async (sweep: Sweep): Promise<number> => {
    let total = 0
    while (!stopping.signal.aborted) {
      const { count, afterwards } = await piece(sweep, services)
      await afterwards?.()
      total += count
      if (count < sweepLimit) break
    }
    return total
  }

  const runAll = async (): Promise<Record<string, number>> => {
    const done: Record<string, number> = {}
    const faults: unknown[] = []
    for (const sweep of sweeps) {
      const startedAt = performance.now()
      try {
        const count = await runToEnd(sweep)
        done[sweep.name] = count
        report.onSwept?.(sweep.name, count, performance.now() - startedAt)
      } catch (error) {
        report.onFault?.(sweep.name, error)
        faults.push(error)
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some sweeps failed')
    return done
  }

  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = (): Promise<Record<string, number>> => {
    const next = turn.then(runAll, runAll)
    turn = next.catch(() => undefined)
    return next
  }

  const loop = async () => {
    let dueAtMs = 0
    while (!stopping.signal.aborted) {
      const nowMs = services.clock.now().getTime()
      if (nowMs >= dueAtMs || dueAtMs - nowMs > everyMs) {
        dueAtMs = nowMs + everyMs
        await inTurn().catch(() => undefined)
      }
      await sleep(pausePollMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }
  let running: Promise<void> | undefined

  return {
    start() {
      running ??= loop()
    },
    runNow: inTurn,
    async stop() {
      stopping.abort()
      await running
      await turn
    },
  }
}
