import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { dbOver, type Tx, transaction } from '../database/db.ts'
import { type OutboxHint, publish } from '../realtime/publish.ts'
import { claim, claimOne, markRelayed, takeTurn } from './claim.ts'
import type { Consumer, OutboxEvent } from './consumer.ts'
import { type Failure, isPassing, recordFailure } from './failures.ts'

export interface RelayReport {
  /** A batch committed; `lagMs`: how long its oldest event had waited. */
  readonly onRelayed?: (count: number, lagMs: number) => void
  readonly onFailure?: (failure: Failure, error: unknown) => void
  /** The database is away: the relay waits and goes on. */
  readonly onAway?: (error: unknown) => void
}

export interface RelayOptions {
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly consumers: readonly Consumer[]
  readonly batchSize?: number
  readonly report?: RelayReport
}

export interface Relay {
  /** Begins to work by itself. */
  start(): void
  /** Works until nothing is left that may be relayed now; returns how many events it relayed. */
  drain(): Promise<number>
  /** Ends after the batch in hand. */
  stop(): Promise<void>
}

/** Writers do not NOTIFY, so the relay asks: soon again while there is work, less often while there is none. */
const busyPauseMs = 50
const idlePauseMs = 250
const awayPauseMs = 1_000
const defaultBatchSize = 500
/**
 * Whoever waits for an answer comes first: after a batch the relay rests as many times as long as it worked. What comes in meanwhile
 * makes the next batch larger, and a larger batch costs less for each event.
 */
const restPerWork = 2
const longestRestMs = 1_000

/**
 * Reads the outbox and runs the effects of its events: effects and progress mark are one transaction, so that each event has
 * its effects exactly once, whenever the process dies. Several may run; one works, the others stand by.
 */
export const createRelay = ({
  pool,
  clock,
  consumers,
  batchSize = defaultBatchSize,
  report = {},
}: RelayOptions): Relay => {
  const runEffects = async (tx: Tx, events: readonly OutboxEvent[], now: Date) => {
    const hints: OutboxHint[] = []
    const hint = (room: string, message: OutboxHint['hint']) => hints.push({ room, hint: message })
    for (const consumer of consumers) await consumer.consume(events, { tx, now, hint })
    await markRelayed(tx, events, now)
    await publish(tx, hints, now)
  }

  let suspects: readonly OutboxEvent[] = []

  /** Undefined: another relay is at work. */
  const relayBatch = (take: (tx: Tx, now: Date) => Promise<OutboxEvent[]>): Promise<OutboxEvent[] | undefined> =>
    transaction(pool, async (tx) => {
      const now = clock.now()
      if (!(await takeTurn(tx))) return undefined
      const events = await take(tx, now)
      suspects = events
      if (events.length > 0) await runEffects(tx, events, now)
      return events
    })

  /** One event at a time: the sound ones pass, the one that fails is noted and holds back its own aggregate only. */
  const relaySingly = async (events: readonly OutboxEvent[]): Promise<number> => {
    let relayed = 0
    const held = new Set<string>()
    for (const event of events) {
      if (held.has(event.aggregateId)) continue
      try {
        relayed += (await relayBatch((tx, now) => claimOne(tx, now, event)))?.length ?? 0
      } catch (error) {
        if (isPassing(error)) throw error
        held.add(event.aggregateId)
        report.onFailure?.(await recordFailure(dbOver(pool), event, error, clock.now()), error)
      }
    }
    return relayed
  }

  /** How many were relayed; undefined when there is nothing to do for this relay. */
  const step = async (): Promise<number | undefined> => {
    suspects = []
    try {
      const events = await relayBatch((tx, now) => claim(tx, now, batchSize))
      if (events === undefined || events.length === 0) return undefined
      const oldest = Math.min(...events.map((event) => event.at.getTime()))
      report.onRelayed?.(events.length, Math.max(0, clock.now().getTime() - oldest))
      return events.length
    } catch (error) {
      if (isPassing(error) || suspects.length === 0) throw error
      return relaySingly(suspects)
    }
  }

  let turn: Promise<unknown> = Promise.resolve()
  /** Steps of this process never overlap. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => undefined)
    return next
  }

  const stopping = new AbortController()
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const startedAtMs = performance.now()
      const pauseMs = await inTurn(step).then(
        (relayed) => {
          if (relayed === undefined) return idlePauseMs
          const restMs = (performance.now() - startedAtMs) * restPerWork
          return Math.min(longestRestMs, Math.max(busyPauseMs, restMs))
        },
        (error: unknown) => {
          report.onAway?.(error)
          return awayPauseMs
        },
      )
      await pause(pauseMs)
    }
  }
  let running: Promise<void> | undefined

  return {
    start() {
      running ??= loop()
    },
    drain: () =>
      inTurn(async () => {
        let relayed = 0
        for (;;) {
          const more = await step()
          if (more === undefined) return relayed
          relayed += more
        }
      }),
    async stop() {
      stopping.abort()
      await running
      await turn
    },
  }
}
