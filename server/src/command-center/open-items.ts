import { openStates } from '@shequtong/domain/service-requests/states'
import { afterOf, isOfServiceRequest } from '../jobs/service-request-fact.ts'
import type { Tx } from '../platform/database/db.ts'
import type { Consumer, OutboxEvent } from '../platform/outbox/consumer.ts'

/** Open for those above a community: waiting for an answer, in hand, or waiting for the asker's word. */
const mirrored: readonly string[] = [...openStates, 'resolved']

const mirrorSql = `
  insert into open_items (community_id, service_request_id, subdistrict_id, district_id, state, waiting_since, deadline_at,
    paused_at, stopped_at, level)
  select * from unnest($1::int[], $2::uuid[], $3::int[], $4::int[], $5::text[], $6::timestamptz[], $7::timestamptz[],
    $8::timestamptz[], $9::timestamptz[], $10::text[])
  on conflict (community_id, service_request_id) do update set subdistrict_id = excluded.subdistrict_id,
    district_id = excluded.district_id, state = excluded.state, waiting_since = excluded.waiting_since,
    deadline_at = excluded.deadline_at, paused_at = excluded.paused_at, stopped_at = excluded.stopped_at,
    level = excluded.level`

/** The last event of each request says where it stands now. */
const lastOfEach = (events: readonly OutboxEvent[]): OutboxEvent[] => [
  ...new Map(events.filter(isOfServiceRequest).map((event) => [event.aggregateId, event])).values(),
]

export const mirrorOpenItems = async (tx: Tx, events: readonly OutboxEvent[]): Promise<void> => {
  const last = lastOfEach(events).map((event) => ({ event, after: afterOf(event.payload) }))
  const open = last.filter(({ after }) => mirrored.includes(after.state))
  const ended = last.filter(({ after }) => !mirrored.includes(after.state))
  if (open.length > 0)
    await tx.run(mirrorSql, [
      open.map(({ event }) => event.communityId),
      open.map(({ event }) => event.aggregateId),
      open.map(({ after }) => after.subdistrictId),
      open.map(({ after }) => after.districtId),
      open.map(({ after }) => after.state),
      open.map(({ after }) => after.clockStartedAt),
      open.map(({ after }) => after.deadlineAt),
      open.map(({ after }) => after.pausedAt ?? null),
      open.map(({ after }) => after.stoppedAt ?? null),
      open.map(({ after }) => after.level),
    ])
  if (ended.length > 0)
    await tx.run(
      `delete from open_items o using unnest($1::int[], $2::uuid[]) as ended (community_id, service_request_id)
       where o.community_id = ended.community_id and o.service_request_id = ended.service_request_id`,
      [ended.map(({ event }) => event.communityId), ended.map(({ event }) => event.aggregateId)],
    )
}

/** Keeps `open_items` as large as the backlog: what ended leaves it. */
export const openItems: Consumer = { name: 'open-items', consume: (events, { tx }) => mirrorOpenItems(tx, events) }
