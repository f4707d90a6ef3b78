import assert from 'node:assert/strict'
import { spanBucketsMinutes, spanKinds } from '@shequtong/domain/rollups/metrics'
import type pg from 'pg'

const firstAt = { heard: 'readAt', answered: 'answeredAt', resolved: 'resolvedAt' } as const

const bucket = (kind: (typeof spanKinds)[number]): string => {
  const minutes = `extract(epoch from ((payload->>'${firstAt[kind]}')::timestamptz - (payload->>'submittedAt')::timestamptz)) / 60`
  const ends = spanBucketsMinutes[kind].map((upto) => `when ${minutes} <= ${upto} then '${kind}.${upto}'`)
  return `case ${ends.join(' ')} else '${kind}.later' end`
}

/** The first fact of each request that says when it was heard, answered, resolved. */
const firsts = (kind: (typeof spanKinds)[number], name: string): string => `
  select distinct on (community_id, aggregate_id) community_id, payload, at, ${name} as metric from facts
  where payload->>'${firstAt[kind]}' is not null ${kind === 'resolved' ? `and (payload->>'reopenedCount')::int = 0` : ''}
  order by community_id, aggregate_id, sequence`

/** Written against the events alone, in SQL, so that it shares no line with what the relay and the rebuild add up. */
const recountSql = `
  with facts as (select * from events where relayed_at is not null and type like 'service_request.%'),
  counted as (
    select payload, at, community_id, case type when 'service_request.lapsed' then 'unconfirmed' when 'service_request.result_carried' then 'resolved'
      else split_part(type, '.', 2) end as metric, 1 as count
    from facts where type in ('service_request.submitted', 'service_request.resolved', 'service_request.confirmed',
      'service_request.lapsed', 'service_request.reopened', 'service_request.withdrawn', 'service_request.breached',
      'service_request.result_carried')
    union all
    select payload, at, community_id, 'submittedPrivately', 1 from facts
    where type = 'service_request.submitted' and payload->>'visibility' = 'private'
    union all
    select payload, at, community_id, 'interactions', case type when 'service_request.unsupported' then -1 else 1 end
    from events where relayed_at is not null and type in ('service_request.submitted', 'service_request.replied',
      'service_request.answered', 'service_request.asked_back', 'service_request.supported', 'service_request.unsupported',
      'post.published', 'post.replied')
    union all
    select payload, at, community_id, metric, 1 from (${firsts('answered', `'answered'`)}) first
    ${spanKinds.map((kind) => `union all select payload, at, community_id, metric, 1 from (${firsts(kind, bucket(kind))}) first`).join('\n')}
    union all
    select payload, at, community_id, 'members.' || (payload->>'memberKind'),
      case type when 'membership.started' then 1 else -1 end
    from events where relayed_at is not null and type in ('membership.started', 'membership.ended')
    union all
    select payload, at, community_id, 'partyMembers', case type when 'membership.started' then 1 else -1 end
    from events where relayed_at is not null and type in ('membership.started', 'membership.ended')
      and (payload->>'party')::boolean
  )
  select t.level, t.territory_id, (at at time zone 'Asia/Shanghai')::date::text as day, metric, sum(count)::int as count
  from counted cross join lateral (values ('community', community_id),
    ('subdistrict', (payload->>'subdistrictId')::int), ('district', (payload->>'districtId')::int)) as t (level, territory_id)
  group by 1, 2, 3, 4`

const householdsSql = `
  select level, territory_id, count(*)::int as count from (
    select community_id, payload->>'dwellingId' as dwelling, (payload->>'subdistrictId')::int as subdistrict_id,
      (payload->>'districtId')::int as district_id
    from events where relayed_at is not null and type in ('membership.started', 'membership.ended')
      and payload->>'dwellingId' is not null
    group by 1, 2, 3, 4 having sum(case type when 'membership.started' then 1 else -1 end) > 0) lived
  cross join lateral (values ('community', community_id), ('subdistrict', subdistrict_id), ('district', district_id))
    as t (level, territory_id)
  group by 1, 2`

interface Row {
  readonly level: string
  readonly territory_id: number
  readonly day?: string
  readonly metric: string
  readonly count: number
}

const byName = (rows: readonly Row[]): Record<string, number> => {
  const sums = new Map<string, number>()
  for (const { level, territory_id, day = '', metric, count } of rows) {
    const name = [level, territory_id, day, metric].join(' ').replace('  ', ' ')
    sums.set(name, (sums.get(name) ?? 0) + count)
  }
  return Object.fromEntries([...sums].filter(([, count]) => count !== 0).toSorted())
}

/** Fails unless every counter of the command center, by day and in total, is what the relayed events say. Returns how many. */
export const assertRecounted = async (pool: pg.Pool): Promise<number> => {
  const many = async (sql: string): Promise<Row[]> => (await pool.query<Row>(sql)).rows
  const [days, totals, recount, households] = await Promise.all([
    many(
      `select level, territory_id, on_date::text as day, metric, count::int from rollup_days where metric <> 'households'`,
    ),
    many(`select level, territory_id, metric, count::int from rollup_totals`),
    many(recountSql),
    many(householdsSql),
  ])
  assert.deepEqual(byName(days), byName(recount))
  const inAll = recount.map(({ day: _, ...row }) => row)
  assert.deepEqual(byName(totals), byName([...inAll, ...households.map((row) => ({ ...row, metric: 'households' }))]))
  return Object.keys(byName(totals)).length
}
