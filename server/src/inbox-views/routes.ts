import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { keep, remove } from './commands/keep.ts'
import { viewsOf } from './queries.ts'

interface Asked {
  readonly db: Db
  readonly actor: Actor
  readonly place: CommunityPlace
}

const shown = ({ db, actor, place }: Asked) => viewsOf(db, place.communityId, actor)
const again = { about: () => null, again: shown }

export const inboxViewRoutes: Handlers<'listInboxViews' | 'keepInboxView' | 'removeInboxView'> = {
  listInboxViews: shown,
  keepInboxView: madeAnew(keep, again),
  removeInboxView: madeAnew(remove, again),
}
