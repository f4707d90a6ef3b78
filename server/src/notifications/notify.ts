import { roomName } from '@shequtong/contract/realtime'
import { remembered } from '../platform/database/remembered.ts'
import { newId } from '../platform/ids.ts'
import type { Consumer, OutboxEvent } from '../platform/outbox/consumer.ts'
import { type Notice, noticesOf } from './notices.ts'

/** One notification per person and event, whatever happens. */
const insertSql = `
  insert into notifications (person_id, notification_id, kind, community_id, subject_id, title, at, event_id)
  select given.* from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::uuid[], $6::text[], $7::timestamptz[], $8::uuid[])
    as given (person_id, notification_id, kind, community_id, subject_id, title, at, event_id)
  join persons p on p.person_id = given.person_id and p.erased_at is null
  on conflict (person_id, event_id) do nothing
  returning person_id as "personId", event_id as "eventId"`

interface Told {
  readonly personId: string
  readonly event: OutboxEvent
  readonly notice: Notice
}

/** Writes the inbox of everyone whom an event concerns: all of a batch in one statement. */
export const notify: Consumer = {
  name: 'notifications',
  consume: async (events, { tx, now, hint }) => {
    // the events of a batch ask side by side, so that their statements travel together
    const asked = remembered(tx)
    const notices = await Promise.all(events.map((event) => noticesOf(asked, event, now)))
    const told = events.flatMap((event, n) =>
      (notices[n] ?? []).flatMap((notice) => notice.to.map((personId): Told => ({ personId, event, notice }))),
    )
    if (told.length === 0) return
    const written = await tx.many<{ personId: string; eventId: string }>(insertSql, [
      told.map(({ personId }) => personId),
      told.map(() => newId()),
      told.map(({ notice }) => notice.kind),
      told.map(({ event }) => event.communityId),
      told.map(({ notice }) => notice.subjectId),
      told.map(({ notice }) => notice.title),
      told.map(({ event }) => event.at),
      told.map(({ event }) => event.eventId),
    ])
    const isNew = new Set(written.map(({ personId, eventId }) => `${personId} ${eventId}`))
    for (const { personId, event, notice } of told)
      if (isNew.delete(`${personId} ${event.eventId}`))
        hint(roomName('person', { personId }), {
          type: 'notificationAdded',
          kind: notice.kind,
          communityId: event.communityId,
          subjectId: notice.subjectId,
        })
  },
}
