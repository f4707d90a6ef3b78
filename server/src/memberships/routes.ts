import type { BlockView, LeavingView } from '@shequtong/contract/memberships'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Services } from '../http/services.ts'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import { ownPlace, toShow } from './access.ts'
import { block, blockPost, unblock } from './commands/block.ts'
import { lastDay, leave, stay } from './commands/leave.ts'
import { planEnd, resume, suspend } from './commands/manage.ts'
import { moveAtDesk, moveOwnPhone } from './commands/move-phone.ts'
import { memberView } from './member-view.ts'
import { blocksOf, leaving, members } from './queries.ts'
import { memberRow } from './view.ts'

interface Asking {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
  readonly services: Services
}

/** How an own membership stands. */
const leavingOf = async ({ db, actor, now, services }: Asking, membershipId: string): Promise<LeavingView> => {
  const communityId = await ownPlace(db, actor.personId, membershipId)
  const place = await services.territory.community(communityId)
  if (place === undefined) throw notFound()
  return leaving(db, await toShow(db, communityId, membershipId), place.shortName, now)
}

const about = ({ membershipId }: { readonly membershipId: string }): string => membershipId
const ownAgain = { about, again: leavingOf }
const rowAgain = {
  about,
  again: async ({ db, place }: { readonly db: Db; readonly place: CommunityPlace }, membershipId: string) =>
    memberRow(await toShow(db, place.communityId, membershipId)),
}
const blockAgain = {
  about: ({ blockId }: BlockView): string => blockId,
  again: async ({ db, actor }: Pick<Asking, 'db' | 'actor'>, blockId: string): Promise<BlockView> => {
    const [view] = await blocksOf(db, actor.personId, blockId)
    if (view === undefined) throw notFound()
    return view
  },
}

export const membershipRoutes: Handlers<
  | 'readLeaving'
  | 'leaveCommunity'
  | 'stayInCommunity'
  | 'stateLastDay'
  | 'moveMyPhone'
  | 'listMembers'
  | 'readMember'
  | 'suspendMembership'
  | 'resumeMembership'
  | 'endMembership'
  | 'movePhoneAtDesk'
  | 'listBlocks'
  | 'blockNeighbour'
  | 'blockPostAuthor'
  | 'unblockNeighbour'
> = {
  readLeaving: (call) => leavingOf(call, call.input.params.membershipId),
  leaveCommunity: madeAnew(leave, ownAgain),
  stayInCommunity: madeAnew(stay, ownAgain),
  stateLastDay: madeAnew(lastDay, ownAgain),
  moveMyPhone: moveOwnPhone,
  listMembers: ({ db, place, input }) => members(db, place.communityId, input.query),
  readMember: async ({ db, actor, place, input, now, services }) =>
    memberView(db, services.vault, actor, await toShow(db, place.communityId, input.params.membershipId), now),
  suspendMembership: madeAnew(suspend, rowAgain),
  resumeMembership: madeAnew(resume, rowAgain),
  endMembership: madeAnew(planEnd, rowAgain),
  movePhoneAtDesk: moveAtDesk,
  listBlocks: async ({ db, actor }) => ({ blocks: await blocksOf(db, actor.personId, null) }),
  blockNeighbour: madeAnew(block, blockAgain),
  blockPostAuthor: madeAnew(blockPost, blockAgain),
  unblockNeighbour: unblock,
}
