import type { Handlers } from '../http/call.ts'
import { pinnedOn } from '../posts/public.ts'
import { boardFeed, feed } from './pages.ts'
import { visit } from './visit.ts'

export const feedRoutes: Handlers<'listFeed' | 'listBoardFeed' | 'listPinned' | 'visitFeed'> = {
  listFeed: feed,
  listBoardFeed: boardFeed,
  listPinned: async ({ db, actor, place, input }) => ({
    posts: await pinnedOn(db, actor, place.communityId, input.params.boardId),
  }),
  visitFeed: visit,
}
