import type { Handlers } from '../http/call.ts'
import { notFound } from '../platform/refusal.ts'
import type { TerritoryDirectory } from '../territory/directory.ts'
import { districtFor, subdistrictFor } from './access.ts'
import { communitiesOf } from './communities.ts'
import { overdueItems } from './overdue.ts'
import { communityOverview, districtOverview, subdistrictOverview } from './overviews.ts'
import { openItemsOf } from './queries.ts'
import { voicesOf } from './voices.ts'

const communityIn = async (territory: TerritoryDirectory, communityId: number) => {
  const community = await territory.community(communityId)
  if (community === undefined) throw notFound()
  return community
}

export const commandCenterRoutes: Handlers<
  | 'readDistrict'
  | 'listCommunities'
  | 'readSubdistrict'
  | 'readCommunityOverview'
  | 'listCommunityItems'
  | 'listDistrictVoices'
  | 'listSubdistrictVoices'
  | 'listSubdistrictOverdue'
> = {
  readDistrict: async ({ db, actor, input, now }) =>
    districtOverview(db, await districtFor(db, actor, input.params.districtId), input.query.period, now),
  listCommunities: async ({ db, actor, services, input }) => {
    const { districtId } = await districtFor(db, actor, input.params.districtId)
    return communitiesOf(services.territory, districtId)
  },
  readSubdistrict: async ({ db, actor, input, now }) =>
    subdistrictOverview(db, await subdistrictFor(db, actor, input.params.subdistrictId), input.query.period, now),
  listSubdistrictOverdue: async ({ db, actor, services, input, now }) => {
    const { subdistrictId } = await subdistrictFor(db, actor, input.params.subdistrictId)
    return overdueItems(db, actor, services.territory, subdistrictId, input.query.cursor, now)
  },
  readCommunityOverview: async ({ db, place, services, input, now }) =>
    communityOverview(db, await communityIn(services.territory, place.communityId), input.query.period, now),
  listCommunityItems: async ({ db, actor, place, services, input }) =>
    openItemsOf(db, actor, await communityIn(services.territory, place.communityId), input.query.cursor),
  listDistrictVoices: async ({ db, actor, services, input, now }) => {
    const { districtId } = await districtFor(db, actor, input.params.districtId)
    return voicesOf(db, actor, services.territory, 'district', districtId, now)
  },
  listSubdistrictVoices: async ({ db, actor, services, input, now }) => {
    const { subdistrictId } = await subdistrictFor(db, actor, input.params.subdistrictId)
    return voicesOf(db, actor, services.territory, 'subdistrict', subdistrictId, now)
  },
}
