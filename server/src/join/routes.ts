import { dateOnIn } from '@shequtong/domain/time'
import type { Handlers } from '../http/call.ts'
import { notFound } from '../platform/refusal.ts'
import { findCode, loadCurrentCode } from './public.ts'
import { buildingsOf, communityBuildings, dwellingPlaceOf, dwellingsOf, pageOf, replacementOf } from './queries.ts'

export const joinRoutes: Handlers<'openJoinCode' | 'listBuildings' | 'listDwellings' | 'listCommunityBuildings'> = {
  openJoinCode: async ({ db, input, now, services }) => {
    const code = await findCode(db, input.params.code)
    const community = await services.territory.community(code.communityId)
    if (community === undefined) throw notFound()
    const names = { communityName: community.name, subdistrictName: community.subdistrictName }
    if (code.revokedAt !== null)
      return {
        status: 'replaced',
        communityId: code.communityId,
        ...names,
        ...(await replacementOf(db, code)),
        edition: code.edition,
        revokedOn: dateOnIn(code.revokedAt),
      }
    return {
      status: 'current',
      page: {
        communityId: code.communityId,
        communityKind: community.kind,
        ...names,
        compoundId: code.compoundId,
        ...(await pageOf(db, code, now)),
      },
    }
  },

  listBuildings: async ({ db, input }) => ({
    buildings: await buildingsOf(db, await loadCurrentCode(db, input.params.code)),
  }),

  listCommunityBuildings: async ({ db, actor, place: { communityId } }) => ({
    buildings: await communityBuildings(db, communityId),
    own: actor.membershipId === undefined ? null : await dwellingPlaceOf(db, communityId, actor.membershipId),
  }),

  listDwellings: async ({ db, input }) => {
    const code = await loadCurrentCode(db, input.params.code)
    const dwellings = await dwellingsOf(db, code, input.params.staircaseId)
    if (dwellings === undefined) throw notFound()
    return { dwellings }
  },
}
