import type { Tx } from '../platform/database/db.ts'
import type { Consumer, OutboxEvent } from '../platform/outbox/consumer.ts'
import { addUp, type DwellingMembers, dwellingOf, emptySums, type Sums } from './rollup-counts.ts'

type Key = [level: string, territoryId: number, metric: string, time?: string]

const columnsOf = (sums: ReadonlyMap<string, number>) => {
  const keys = [...sums.keys()].map((key) => JSON.parse(key) as Key)
  const columns = [keys.map(([level]) => level), keys.map(([, id]) => id), keys.map(([, , metric]) => metric)]
  return { columns, times: keys.map(([, , , time]) => time), counts: [...sums.values()] }
}

const totalsSql = `
  insert into rollup_totals (level, territory_id, metric, count)
  select * from unnest($1::text[], $2::int[], $3::text[], $4::bigint[])
  on conflict (level, territory_id, metric) do update set count = rollup_totals.count + excluded.count`

const timedSql = (table: string, column: string, type: string) => `
  insert into ${table} (level, territory_id, metric, ${column}, count)
  select * from unnest($1::text[], $2::int[], $3::text[], $4::${type}[], $5::bigint[])
  on conflict (level, territory_id, ${column}, metric) do update set count = ${table}.count + excluded.count`

const daysSql = timedSql('rollup_days', 'on_date', 'date')
const hoursSql = timedSql('rollup_hours', 'hour_at', 'timestamptz')

export const writeSums = async (tx: Tx, sums: Sums): Promise<void> => {
  const totals = columnsOf(sums.totals)
  if (totals.counts.length > 0) await tx.run(totalsSql, [...totals.columns, totals.counts])
  const days = columnsOf(sums.days)
  if (days.counts.length > 0) await tx.run(daysSql, [...days.columns, days.times, days.counts])
  const hours = columnsOf(sums.hours)
  if (hours.counts.length > 0) await tx.run(hoursSql, [...hours.columns, hours.times, hours.counts])
}

/** Dwellings that `events` touch, with the community each stands in. */
export const dwellingsIn = (events: readonly OutboxEvent[]): Map<string, number> => {
  const found = new Map<string, number>()
  for (const event of events) {
    const dwellingId = dwellingOf(event)
    if (dwellingId !== undefined) found.set(dwellingId, event.communityId)
  }
  return found
}

export const writeDwellings = async (
  tx: Tx,
  communityOf: ReadonlyMap<string, number>,
  members: DwellingMembers,
): Promise<void> => {
  if (communityOf.size === 0) return
  const ids = [...communityOf.keys()]
  await tx.run(
    `insert into rollup_dwellings (community_id, dwelling_id, members) select * from unnest($1::int[], $2::uuid[], $3::int[])
     on conflict (community_id, dwelling_id) do update set members = excluded.members`,
    [[...communityOf.values()], ids, ids.map((id) => members.get(id) ?? 0)],
  )
}

const readDwellings = async (tx: Tx, communityOf: ReadonlyMap<string, number>): Promise<DwellingMembers> => {
  if (communityOf.size === 0) return new Map()
  const rows = await tx.many<{ dwellingId: string; members: number }>(
    `select d.dwelling_id as "dwellingId", d.members
     from unnest($1::int[], $2::uuid[]) as wanted (community_id, dwelling_id)
     join rollup_dwellings d using (community_id, dwelling_id)`,
    [[...communityOf.values()], [...communityOf.keys()]],
  )
  return new Map(rows.map((row) => [row.dwellingId, row.members]))
}

/** Adds to the counters of the command center, on all three levels of the territory. */
export const rollups: Consumer = {
  name: 'rollups',
  consume: async (events, { tx, now }) => {
    const communityOf = dwellingsIn(events)
    const members = await readDwellings(tx, communityOf)
    const sums = emptySums()
    addUp(sums, events, members, now)
    await writeSums(tx, sums)
    await writeDwellings(tx, communityOf, members)
  },
}
