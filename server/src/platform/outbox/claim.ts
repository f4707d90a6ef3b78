import type { Tx } from '../database/db.ts'
import type { OutboxEvent } from './consumer.ts'

/**
 * One relay works at a time. Rooms' sequence rows and the counters of districts are shared by all aggregates: relays side by
 * side would only wait for each other's rows, whereas one that works in batches adds up in memory and writes each row once.
 * Should one not suffice, this key becomes one per district.
 */
const relayLock = 7_438_003

/** Whether this transaction is the working relay; held until it ends. */
export const takeTurn = async (tx: Tx): Promise<boolean> =>
  (await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(${relayLock}) as mine`)).mine

/** As `takeTurn`, but waits: for a rebuild, during which nothing may be relayed. */
export const waitForTurn = (tx: Tx) => tx.run(`select pg_advisory_xact_lock(${relayLock})`)

export const eventColumns = `e.community_id as "communityId", e.event_id as "eventId", e.sequence::float8 as sequence, e.type,
  e.aggregate_id as "aggregateId", e.by_person_id as "byPersonId", e.payload, e.at`

const unrelayed = `
  select ${eventColumns},
    (select p.payload from events p where p.community_id = e.community_id and p.aggregate_id = e.aggregate_id
       and p.sequence < e.sequence order by p.sequence desc limit 1) as previous
  from events e
  where e.relayed_at is null and not exists (
    select 1 from relay_failures f
    where f.community_id = e.community_id and f.aggregate_id = e.aggregate_id and f.retry_at > $1)`

/**
 * Unrelayed events that are visible now, in order. Never "greater than the last one": a transaction that is still open may
 * have taken a smaller sequence; its events are claimed when it has committed. What a failed event holds back stays away
 * until its time to retry has come.
 */
export const claim = (tx: Tx, now: Date, limit: number): Promise<OutboxEvent[]> =>
  tx.many(`${unrelayed} order by e.sequence limit $2 for update of e skip locked`, [now, limit])

/** This event, if it is still unrelayed. */
export const claimOne = (tx: Tx, now: Date, event: OutboxEvent): Promise<OutboxEvent[]> =>
  tx.many(`${unrelayed} and e.community_id = $2 and e.event_id = $3 for update of e skip locked`, [
    now,
    event.communityId,
    event.eventId,
  ])

export const markRelayed = async (tx: Tx, events: readonly OutboxEvent[], now: Date): Promise<void> => {
  await tx.run(
    `update events e set relayed_at = $3 from unnest($1::int[], $2::uuid[]) as done (community_id, event_id)
     where e.community_id = done.community_id and e.event_id = done.event_id`,
    [events.map((event) => event.communityId), events.map((event) => event.eventId), now],
  )
  // deletes nothing but what succeeded on a later try
  await tx.run(`delete from relay_failures where event_id = any($1)`, [events.map((event) => event.eventId)])
}
