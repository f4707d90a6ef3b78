import type { Handlers } from '../http/call.ts'
import { notFound } from '../platform/refusal.ts'
import { ownPlace, toShow } from './access.ts'
import { block, unblock } from './commands/block.ts'
import { lastDay, leave, stay } from './commands/leave.ts'
import { planEnd, resume, suspend } from './commands/manage.ts'
import { moveAtDesk, moveOwnPhone } from './commands/move-phone.ts'
import { memberView } from './member-view.ts'
import { blocksOf, leaving, members } from './queries.ts'

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
  | 'unblockNeighbour'
> = {
  readLeaving: async ({ db, actor, input, now, services }) => {
    const communityId = await ownPlace(db, actor.personId, input.params.membershipId)
    const place = await services.territory.community(communityId)
    if (place === undefined) throw notFound()
    return leaving(db, await toShow(db, communityId, input.params.membershipId), place.shortName, now)
  },
  leaveCommunity: leave,
  stayInCommunity: stay,
  stateLastDay: lastDay,
  moveMyPhone: moveOwnPhone,
  listMembers: ({ db, place, input }) => members(db, place.communityId, input.query),
  readMember: async ({ db, actor, place, input, now, services }) =>
    memberView(db, services.vault, actor, await toShow(db, place.communityId, input.params.membershipId), now),
  suspendMembership: suspend,
  resumeMembership: resume,
  endMembership: planEnd,
  movePhoneAtDesk: moveAtDesk,
  listBlocks: async ({ db, actor }) => ({ blocks: await blocksOf(db, actor.personId, null) }),
  blockNeighbour: block,
  unblockNeighbour: unblock,
}
