import type { markNotificationsRead } from '@shequtong/contract/notifications'
import type { Command } from '../../http/call.ts'

/** Everything that is there now counts as read. */
export const markRead: Command<typeof markNotificationsRead> = async (tx, { actor, now }) => {
  await tx.run(`update notifications set read_at = $2 where person_id = $1 and read_at is null`, [actor.personId, now])
  return { done: true }
}
