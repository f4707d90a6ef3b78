import { afterOf } from '../jobs/service-request-fact.ts'
import type { Tx } from '../platform/database/db.ts'
import type { Consumer, OutboxEvent } from '../platform/outbox/consumer.ts'

/** How many the relay keeps of each district; a page shows fewer, because one may have become invisible meanwhile. */
export const keptVoices = 50

const insertSql = `
  insert into recent_voices (community_id, service_request_id, district_id, submitted_at)
  select * from unnest($1::int[], $2::uuid[], $3::int[], $4::timestamptz[])
  on conflict (community_id, service_request_id) do nothing`

const trimSql = `
  delete from recent_voices v using (
    select submitted_at, service_request_id from recent_voices where district_id = $1
    order by submitted_at desc, service_request_id desc offset $2 limit 1) as first_too_many
  where v.district_id = $1
    and (v.submitted_at, v.service_request_id) <= (first_too_many.submitted_at, first_too_many.service_request_id)`

export const keepRecentVoices = async (tx: Tx, events: readonly OutboxEvent[]): Promise<void> => {
  const withdrawn = new Set(
    events.flatMap((event) => (event.type === 'service_request.withdrawn' ? event.aggregateId : [])),
  )
  const voices = events
    .filter((event) => event.type === 'service_request.submitted' && !withdrawn.has(event.aggregateId))
    .map((event) => ({ event, after: afterOf(event.payload) }))
    .filter(({ after }) => after.visibility === 'community')
  if (voices.length > 0)
    await tx.run(insertSql, [
      voices.map(({ event }) => event.communityId),
      voices.map(({ event }) => event.aggregateId),
      voices.map(({ after }) => after.districtId),
      voices.map(({ after }) => after.submittedAt),
    ])
  if (withdrawn.size > 0) await tx.run(`delete from recent_voices where service_request_id = any($1)`, [[...withdrawn]])
  for (const districtId of new Set(voices.map(({ after }) => after.districtId)))
    await tx.run(trimSql, [districtId, keptVoices])
}

export const recentVoices: Consumer = {
  name: 'recent-voices',
  consume: (events, { tx }) => keepRecentVoices(tx, events),
}
