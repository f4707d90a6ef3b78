import type { EventType } from '@shequtong/contract/events'
import type { Tx } from '../platform/database/db.ts'
import type { OutboxEvent } from '../platform/outbox/consumer.ts'
import type { Notice, NotificationKind } from './notices.ts'

const toMember: Partial<Record<EventType, NotificationKind>> = {
  'membership.suspended': 'membershipSuspended',
  'membership.resumed': 'membershipResumed',
  'membership.end_planned': 'membershipEnding',
  'membership.phone_moved': 'phoneMovedAtDesk',
}

/** What the committee decided about a membership, and a suspension that time lifted: told to the member alone. */
export const noticeOfMembership = async (tx: Tx, event: OutboxEvent): Promise<Notice | undefined> => {
  const kind = toMember[event.type]
  if (kind === undefined) return undefined
  const member = await tx.maybe<{ personId: string; communityName: string }>(
    `select m.person_id as "personId", c.short_name as "communityName"
     from memberships m join communities c using (community_id)
     where m.community_id = $1 and m.membership_id = $2 and m.state <> 'ended'`,
    [event.communityId, event.aggregateId],
  )
  if (member === undefined) return undefined
  return { kind, to: [member.personId], title: member.communityName, subjectId: event.aggregateId }
}
