import { addMs } from '@shequtong/domain/time'
import type { Db } from '../database/db.ts'
import type { OutboxEvent } from './consumer.ts'

/** After so many failures an event counts as parked: it is reported, and tried again hourly. */
export const parkAfterAttempts = 5
const firstRetryMs = 1_000
const parkedRetryMs = 3_600_000

/** 1, 2, 4, 8 seconds, then hourly. */
const retryAfterMs = (attempts: number): number =>
  attempts >= parkAfterAttempts ? parkedRetryMs : firstRetryMs * 2 ** (attempts - 1)

const pathOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

export interface Failure {
  readonly event: OutboxEvent
  readonly attempts: number
  readonly parked: boolean
}

/** Notes that the effects of `event` failed once more. */
export const recordFailure = async (db: Db, event: OutboxEvent, error: unknown, now: Date): Promise<Failure> => {
  const known = await db.maybe<{ attempts: number }>(`select attempts from relay_failures where event_id = $1`, [
    event.eventId,
  ])
  const attempts = (known?.attempts ?? 0) + 1
  const parked = attempts >= parkAfterAttempts
  await db.run(
    `insert into relay_failures (event_id, community_id, aggregate_id, attempts, fault, retry_at, parked_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (event_id) do update set attempts = excluded.attempts, fault = excluded.fault,
       retry_at = excluded.retry_at, parked_at = coalesce(relay_failures.parked_at, excluded.parked_at)`,
    [
      event.eventId,
      event.communityId,
      event.aggregateId,
      attempts,
      pathOf(error).slice(0, 300),
      addMs(now, retryAfterMs(attempts)),
      parked ? now : null,
    ],
  )
  return { event, attempts, parked }
}

/** The database is away or asked to try again: says nothing about the event. */
export const isPassing = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(08|40|53|55P|57|XX)|^E[A-Z]+$/.test(code) ||
    /Connection terminated|timeout exceeded|Cannot use a pool|not queryable/.test(message)
  )
}
