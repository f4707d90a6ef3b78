import type { deedKinds, PeriodCounted } from '@shequtong/contract/command-center'
import type { TerritoryLevel } from '@shequtong/domain/roles/roles'
import { bucketsOf, type CounterMetric, type Metric, type SpanKind, spanKinds } from '@shequtong/domain/rollups/metrics'
import { type Period, spansOfPeriod } from '@shequtong/domain/rollups/periods'
import { dateOnIn } from '@shequtong/domain/time'
import type { Db } from '../platform/database/db.ts'
import { type Totals, totalsOf } from './counters.ts'

const deedMetrics: Readonly<Record<(typeof deedKinds)[number], CounterMetric>> = {
  submitted: 'submitted',
  answered: 'answered',
  resolved: 'resolved',
  reopened: 'reopened',
  overdue: 'breached',
}

const counted: readonly Metric[] = [
  ...Object.values(deedMetrics),
  ...spanKinds.flatMap((kind) => bucketsOf(kind).map(({ metric }) => metric)),
]

/** One row per day and metric, so that the cost follows the days asked for and never the history. */
const daysSql = `
  select metric, coalesce(sum(count) filter (where on_date >= $4), 0)::float8 as current,
    coalesce(sum(count) filter (where on_date < $4), 0)::float8 as before
  from rollup_days
  where level = $1 and territory_id = $2 and on_date between $3 and $5 and metric = any($6) group by metric`

const distribution = (totals: Totals, kind: SpanKind) =>
  bucketsOf(kind).map(({ metric, uptoMinutes }) => ({ uptoMinutes: uptoMinutes ?? null, count: totals[metric] ?? 0 }))

const countsOf = (totals: Totals) => ({
  deeds: (Object.keys(deedMetrics) as (typeof deedKinds)[number][]).map((kind) => ({
    kind,
    count: totals[deedMetrics[kind]] ?? 0,
  })),
  heard: distribution(totals, 'heard'),
  answered: distribution(totals, 'answered'),
  resolved: distribution(totals, 'resolved'),
})

/** What happened in one territory during `period`, and in as many days before. */
export const periodCounts = async (
  db: Db,
  level: TerritoryLevel,
  territoryId: number,
  period: Period,
  now: Date,
): Promise<PeriodCounted> => {
  const spans = spansOfPeriod(period, now)
  if (spans === undefined) {
    const totals = await totalsOf(db, level, territoryId)
    return { period, fromOn: null, toOn: dateOnIn(now), ...countsOf(totals), before: null }
  }
  const { current, before } = spans
  const rows = await db.many<{ metric: Metric; current: number; before: number }>(daysSql, [
    level,
    territoryId,
    before.fromOn,
    current.fromOn,
    current.toOn,
    counted,
  ])
  const totals = (which: 'current' | 'before'): Totals =>
    Object.fromEntries(rows.map((row) => [row.metric, row[which]]))
  return { period, ...current, ...countsOf(totals('current')), before: { ...before, ...countsOf(totals('before')) } }
}
