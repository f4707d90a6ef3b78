import type { Handlers } from '../http/call.ts'
import { markRead } from './commands/mark-read.ts'
import { listOwn } from './queries.ts'

export const notificationRoutes: Handlers<'listNotifications' | 'markNotificationsRead'> = {
  listNotifications: ({ db, actor, input }) => listOwn(db, actor.personId, input.query.cursor),
  markNotificationsRead: markRead,
}
