import type pg from 'pg'
import { type Tx, transaction } from '../platform/database/db.ts'
import { eventColumns, waitForTurn } from '../platform/outbox/claim.ts'
import type { OutboxEvent } from '../platform/outbox/consumer.ts'
import { mirrorOpenItems } from './open-items.ts'
import { keepRecentVoices } from './recent-voices.ts'
import { addUp, type DwellingMembers, emptySums } from './rollup-counts.ts'
import { dwellingsIn, writeDwellings, writeSums } from './rollups.ts'

const pageSize = 5_000

const derived = ['rollup_totals', 'rollup_days', 'rollup_hours', 'rollup_dwellings', 'open_items', 'recent_voices']

const cursorSql = `
  declare relayed_events no scroll cursor for
  select ${eventColumns},
    lag(e.payload) over (partition by e.community_id, e.aggregate_id order by e.sequence) as previous
  from events e where e.relayed_at is not null order by e.sequence`

const pages = async function* (tx: Tx): AsyncGenerator<OutboxEvent[]> {
  await tx.run(cursorSql)
  for (;;) {
    const page = await tx.many<OutboxEvent>(`fetch ${pageSize} from relayed_events`)
    if (page.length === 0) return
    yield page
  }
}

/**
 * Makes everything that the command center reads anew from the events, in one transaction: readers see the old until it
 * commits, and the relay waits. Returns how many events it read.
 */
export const rebuildCommandCenter = (pool: pg.Pool, now: Date): Promise<number> =>
  transaction(pool, async (tx) => {
    await waitForTurn(tx)
    for (const table of derived) await tx.run(`delete from ${table}`)
    const sums = emptySums()
    const members: DwellingMembers = new Map()
    const communityOf = new Map<string, number>()
    let read = 0
    for await (const events of pages(tx)) {
      addUp(sums, events, members, now)
      for (const [dwellingId, communityId] of dwellingsIn(events)) communityOf.set(dwellingId, communityId)
      await mirrorOpenItems(tx, events)
      await keepRecentVoices(tx, events)
      read += events.length
    }
    await writeSums(tx, sums)
    await writeDwellings(tx, communityOf, members)
    return read
  })
