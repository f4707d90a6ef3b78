import type { TerritoryLevel } from '@shequtong/domain/roles/roles'
import type { Metric } from '@shequtong/domain/rollups/metrics'
import { msPerHour } from '@shequtong/domain/time'
import type { Db } from '../platform/database/db.ts'

export type Totals = Partial<Record<Metric, number>>

/** The running totals of one territory: as many rows as there are metrics. */
export const totalsOf = async (db: Db, level: TerritoryLevel, territoryId: number): Promise<Totals> => {
  const rows = await db.many<{ metric: Metric; count: number }>(
    `select metric, count::float8 as count from rollup_totals where level = $1 and territory_id = $2`,
    [level, territoryId],
  )
  return Object.fromEntries(rows.map(({ metric, count }) => [metric, count]))
}

/** 居村民: residents and villagers. Enterprises, merchants and employees are figures of their own. */
export const residentCount = (totals: Totals): number =>
  (totals['members.resident'] ?? 0) + (totals['members.villager'] ?? 0)

/** The same for each community of a subdistrict. */
export const residentsByCommunity = async (db: Db, subdistrictId: number): Promise<Map<number, number>> => {
  const rows = await db.many<{ communityId: number; count: number }>(
    `select c.community_id as "communityId", sum(t.count)::float8 as count
     from communities c
     join rollup_totals t on t.level = 'community' and t.territory_id = c.community_id
       and t.metric in ('members.resident', 'members.villager')
     where c.subdistrict_id = $1 group by c.community_id`,
    [subdistrictId],
  )
  return new Map(rows.map(({ communityId, count }) => [communityId, count]))
}

const hoursShown = 24

/** The running hour and the 23 before it, oldest first; an hour without anything is zero. */
export const lastHours = async (db: Db, level: TerritoryLevel, territoryId: number, now: Date) => {
  const newestMs = Math.floor(now.getTime() / msPerHour) * msPerHour
  const hours = Array.from({ length: hoursShown }, (_, i) => new Date(newestMs - (hoursShown - 1 - i) * msPerHour))
  const rows = await db.many<{ hourAt: Date; metric: 'submitted' | 'answered'; count: number }>(
    `select hour_at as "hourAt", metric, count::float8 as count from rollup_hours
     where level = $1 and territory_id = $2 and hour_at >= $3 and hour_at <= $4 and metric in ('submitted', 'answered')`,
    [level, territoryId, hours[0], hours.at(-1)],
  )
  const counts = new Map(rows.map((row) => [`${row.metric} ${row.hourAt.toISOString()}`, row.count]))
  return hours.map((hour) => ({
    hour: hour.toISOString(),
    submitted: counts.get(`submitted ${hour.toISOString()}`) ?? 0,
    answered: counts.get(`answered ${hour.toISOString()}`) ?? 0,
  }))
}
