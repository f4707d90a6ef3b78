import { addMs, msPerMinute } from '@shequtong/domain/time'
import type { Services } from '../http/services.ts'
import { type Tx, transaction } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import type { Consumer } from '../platform/outbox/consumer.ts'
import type { SmsTemplate } from '../platform/sms/sms-sender.ts'

/** A gateway that does not answer is asked again after this, so many times. */
const againAfterMs = 10 * msPerMinute
const maxTries = 100

interface Due {
  textMessageId: string
  personId: string
  template: SmsTemplate
  words: Record<string, string>
}

const awaitedSql = `
  select m.person_id as "personId", c.short_name as community
  from service_requests r join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
  join communities c on c.community_id = r.community_id
  where r.community_id = $1 and r.service_request_id = $2
    and (m.state = 'ended' or r.filed_by_membership_id is not null or r.filed_by_role_grant_id is not null)`

/**
 * The result goes by SMS to whoever left meanwhile, and to those for whom somebody else filed it: they may never open a
 * screen. It says that there is a result and where, never what about.
 */
export const resultTexts: Consumer = {
  name: 'result-texts',
  consume: async (events, { tx, now }) => {
    for (const event of events) {
      if (event.type !== 'service_request.resolved') continue
      const awaited = await tx.maybe<{ personId: string; community: string }>(awaitedSql, [
        event.communityId,
        event.aggregateId,
      ])
      if (awaited === undefined) continue
      await tx.run(
        `insert into text_messages (text_message_id, person_id, template, words, event_id, try_at)
         values ($1, $2, 'requestResolved', $3, $4, $5) on conflict (event_id) do nothing`,
        [newId(), awaited.personId, { community: awaited.community }, event.eventId, now],
      )
    }
  },
}

/**
 * Sends what is due, up to `limit`. A message is put off before it is sent and deleted after: sent twice only when the
 * program dies between the two, never lost. One whose phone is gone is dropped.
 */
export const sendTexts = async (
  tx: Tx,
  services: Pick<Services, 'pool' | 'vault' | 'sms'>,
  now: Date,
  limit: number,
): Promise<{ count: number; afterwards: () => Promise<void> }> => {
  await tx.run(`delete from text_messages where tries >= $1`, [maxTries])
  const due = await tx.many<Due>(
    `update text_messages t set try_at = $2, tries = t.tries + 1 from (
       select text_message_id from text_messages where try_at <= $1 order by try_at limit $3 for update skip locked) d
     where t.text_message_id = d.text_message_id
     returning t.text_message_id as "textMessageId", t.person_id as "personId", t.template, t.words`,
    [now, addMs(now, againAfterMs), limit],
  )
  const send = async (one: Due): Promise<void> => {
    const { phone } = await services.vault.deliveryAddresses(services.pool, one.personId)
    if (phone !== null) await services.sms?.send({ to: phone, template: one.template, values: one.words })
    await transaction(services.pool, (own) =>
      own.run(`delete from text_messages where text_message_id = $1`, [one.textMessageId]),
    )
  }
  return {
    count: due.length,
    afterwards: async () => {
      // what failed is tried again by its own `try_at`
      await Promise.allSettled(due.map(send))
    },
  }
}
