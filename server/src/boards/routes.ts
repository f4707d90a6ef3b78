import type { Handlers } from '../http/call.ts'
import { add, configure, order } from './commands/configure.ts'
import { changesPage } from './log.ts'
import { boardsView } from './view.ts'

export const boardRoutes: Handlers<'listBoards' | 'addBoard' | 'configureBoard' | 'orderBoards' | 'listBoardChanges'> =
  {
    listBoards: ({ db, actor, place, now }) => boardsView(db, actor, place, now),
    addBoard: add,
    configureBoard: configure,
    orderBoards: order,
    listBoardChanges: ({ db, place, input }) => changesPage(db, place.communityId, input.query.cursor),
  }
