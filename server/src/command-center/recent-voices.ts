import { afterOf } from '../jobs/service-request-fact.ts'
import type { Tx } from '../platform/database/db.ts'
import type { Consumer, OutboxEvent } from '../platform/outbox/consumer.ts'

/** How many the relay keeps of each district, and of each subdistrict in it; a page shows fewer, because one may have become invisible meanwhile. */
export const keptVoices = { ofDistrict: 50, ofSubdistrict: 20 } as const

const insertSql = `
  insert into recent_voices (community_id, service_request_id, district_id, subdistrict_id, submitted_at)
  select * from unnest($1::int[], $2::uuid[], $3::int[], $4::int[], $5::timestamptz[])
  on conflict (community_id, service_request_id) do nothing`

const trimSql = `
  delete from recent_voices v using (
    select community_id, service_request_id,
      row_number() over (order by submitted_at desc, service_request_id desc) as in_district,
      row_number() over (partition by subdistrict_id order by submitted_at desc, service_request_id desc) as in_subdistrict
    from recent_voices where district_id = $1) as ranked
  where v.community_id = ranked.community_id and v.service_request_id = ranked.service_request_id
    and in_district > $2 and in_subdistrict > $3`

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
      voices.map(({ after }) => after.subdistrictId),
      voices.map(({ after }) => after.submittedAt),
    ])
  if (withdrawn.size > 0) await tx.run(`delete from recent_voices where service_request_id = any($1)`, [[...withdrawn]])
  for (const districtId of new Set(voices.map(({ after }) => after.districtId)))
    await tx.run(trimSql, [districtId, keptVoices.ofDistrict, keptVoices.ofSubdistrict])
}

export const recentVoices: Consumer = {
  name: 'recent-voices',
  consume: (events, { tx }) => keepRecentVoices(tx, events),
}
