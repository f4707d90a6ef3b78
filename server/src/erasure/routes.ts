import type { Handlers } from '../http/call.ts'
import { eraseMe } from './commands/erase-me.ts'
import { erasureView } from './queries.ts'

export const erasureRoutes: Handlers<'readErasure' | 'eraseMe'> = {
  readErasure: ({ db, actor, now }) => erasureView(db, actor.personId, now),
  eraseMe,
}
