import type { Db } from '../database/db.ts'

interface Waiting {
  readonly events: number
  /** 0 when nothing waits. */
  readonly oldestSeconds: number
}

/** `held`: of aggregates with a failure, tried again later; `ready`: the relay would take them now. */
export interface OutboxLag {
  readonly ready: Waiting
  readonly held: Waiting
}

const sql = `
  select f.aggregate_id is not null as held, count(*)::int as events, extract(epoch from $1 - min(e.at))::float8 as seconds
  from events e
  left join (select distinct community_id, aggregate_id from relay_failures) f using (community_id, aggregate_id)
  where e.relayed_at is null group by 1`

/** How far the effects are behind the facts. Costs what waits, not what ever happened. */
export const lagOf = async (db: Db, now: Date): Promise<OutboxLag> => {
  const rows = await db.many<{ held: boolean; events: number; seconds: number }>(sql, [now])
  const of = (held: boolean): Waiting => {
    const row = rows.find((one) => one.held === held)
    return { events: row?.events ?? 0, oldestSeconds: Math.max(0, row?.seconds ?? 0) }
  }
  return { ready: of(false), held: of(true) }
}
