import { roomName } from '@shequtong/contract/realtime'
import { newId } from '../platform/ids.ts'
import type { Consumer, OutboxEvent } from '../platform/outbox/consumer.ts'
import { type Notice, noticesOf } from './notices.ts'

/** One notification per person and event, whatever happens. */
const insertSql = `
  insert into notifications (person_id, notification_id, kind, community_id, subject_id, title, at, event_id)
  select given.person_id, given.notification_id, $3, $4, $5, $6, $7, $8
  from unnest($1::uuid[], $2::uuid[]) as given (person_id, notification_id)
  join persons p on p.person_id = given.person_id and p.erased_at is null
  on conflict (person_id, event_id) do nothing
  returning person_id as "personId"`

/** Writes the inbox of everyone whom an event concerns. */
export const notify: Consumer = {
  name: 'notifications',
  consume: async (events, { tx, now, hint }) => {
    // the events of a batch ask side by side, so that their statements travel together
    const notices = await Promise.all(events.map((event) => noticesOf(tx, event, now)))
    const tell = async (event: OutboxEvent, notice: Notice): Promise<void> => {
      if (notice.to.length === 0) return
      const { kind, to, title, subjectId } = notice
      const told = await tx.many<{ personId: string }>(insertSql, [
        to,
        to.map(() => newId()),
        kind,
        event.communityId,
        subjectId,
        title,
        event.at,
        event.eventId,
      ])
      for (const { personId } of told)
        hint(roomName('person', { personId }), {
          type: 'notificationAdded',
          kind,
          communityId: event.communityId,
          subjectId,
        })
    }
    await Promise.all(events.flatMap((event, n) => (notices[n] ?? []).map((notice) => tell(event, notice))))
  },
}
