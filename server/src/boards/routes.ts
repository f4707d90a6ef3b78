import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { add, configure, order } from './commands/configure.ts'
import { changesPage } from './log.ts'
import { boardsView } from './view.ts'

/** The boards as they stand now, whatever the write had shown. */
const boardsAgain = {
  about: () => null,
  again: ({
    db,
    actor,
    place,
    now,
  }: {
    readonly db: Db
    readonly actor: Actor
    readonly place: CommunityPlace
    readonly now: Date
  }) => boardsView(db, actor, place, now),
}

export const boardRoutes: Handlers<'listBoards' | 'addBoard' | 'configureBoard' | 'orderBoards' | 'listBoardChanges'> =
  {
    listBoards: ({ db, actor, place, now }) => boardsView(db, actor, place, now),
    addBoard: madeAnew(add, boardsAgain),
    configureBoard: madeAnew(configure, boardsAgain),
    orderBoards: madeAnew(order, boardsAgain),
    listBoardChanges: ({ db, place, input }) => changesPage(db, place.communityId, input.query.cursor),
  }
