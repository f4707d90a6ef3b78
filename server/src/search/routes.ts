import { districtFor, subdistrictFor } from '../command-center/public.ts'
import type { Handlers } from '../http/call.ts'
import type { CommunityEntry } from '../territory/directory.ts'
import type { Scope } from './candidates.ts'
import { find } from './find.ts'
import { findSimilar } from './similar.ts'

const above = (communities: readonly CommunityEntry[]): Scope => ({
  level: 'subdistrict',
  ids: [...new Set(communities.map(({ subdistrictId }) => subdistrictId))],
  communityIds: communities.map(({ communityId }) => communityId),
})

export const searchRoutes: Handlers<'searchCommunity' | 'searchDistrict' | 'searchSubdistrict' | 'findSimilar'> = {
  searchCommunity: ({ db, actor, place: { communityId }, services, input }) =>
    find(
      db,
      actor,
      services.territory,
      { level: 'community', ids: [communityId], communityIds: [communityId] },
      input.query,
    ),
  searchDistrict: async ({ db, actor, services: { territory }, input }) => {
    const { districtId } = await districtFor(db, actor, input.params.districtId)
    const communities = (await territory.all()).filter((one) => one.districtId === districtId)
    return find(db, actor, territory, above(communities), input.query)
  },
  searchSubdistrict: async ({ db, actor, services: { territory }, input }) => {
    const { subdistrictId } = await subdistrictFor(db, actor, input.params.subdistrictId)
    const communities = (await territory.all()).filter((one) => one.subdistrictId === subdistrictId)
    return find(db, actor, territory, above(communities), input.query)
  },
  findSimilar,
}
