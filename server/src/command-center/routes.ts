import type { readCommunityOverview, readDistrict, readSubdistrict } from '@shequtong/contract/command-center'
import type { Handlers } from '../http/call.ts'
import { notFound } from '../platform/refusal.ts'
import type { CommunityEntry, TerritoryDirectory } from '../territory/directory.ts'
import {
  admitToDistrict,
  admitToSubdistrict,
  type District,
  districtFor,
  districtOf,
  type Subdistrict,
  subdistrictFor,
  subdistrictOf,
} from './access.ts'
import { communitiesOf } from './communities.ts'
import { officersInbox } from './officers-inbox.ts'
import { overdueItems } from './overdue.ts'
import { communityOverview, districtOverview, subdistrictOverview } from './overviews.ts'
import { openItems } from './queries.ts'
import { figuresRead } from './shown.ts'
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
  | 'listSubdistrictInbox'
  | 'listDistrictInbox'
> = {
  readDistrict: figuresRead<typeof readDistrict, District>({
    name: 'district',
    key: ({ input }) => `${input.params.districtId} ${input.query.period}`,
    territory: ({ db, input }) => districtOf(db, input.params.districtId),
    admit: admitToDistrict,
    make: (db, district, { input, now }) => districtOverview(db, district, input.query.period, now),
  }),
  listCommunities: async ({ db, actor, services, input }) => {
    const { districtId } = await districtFor(db, actor, input.params.districtId)
    return communitiesOf(services.territory, districtId)
  },
  readSubdistrict: figuresRead<typeof readSubdistrict, Subdistrict>({
    name: 'subdistrict',
    key: ({ input }) => `${input.params.subdistrictId} ${input.query.period}`,
    territory: ({ db, input }) => subdistrictOf(db, input.params.subdistrictId),
    admit: admitToSubdistrict,
    make: (db, subdistrict, { input, now }) => subdistrictOverview(db, subdistrict, input.query.period, now),
  }),
  listSubdistrictOverdue: async ({ db, actor, services, input, now }) => {
    const { subdistrictId } = await subdistrictFor(db, actor, input.params.subdistrictId)
    return overdueItems(db, services.views, actor, services.territory, subdistrictId, input.query.cursor, now)
  },
  listSubdistrictInbox: async (call) => {
    const { subdistrictId } = await subdistrictFor(call.db, call.actor, call.input.params.subdistrictId)
    return officersInbox(call, 'subdistrict', subdistrictId, call.input.query)
  },
  listDistrictInbox: async (call) => {
    const { districtId } = await districtFor(call.db, call.actor, call.input.params.districtId)
    return officersInbox(call, 'district', districtId, call.input.query)
  },
  readCommunityOverview: figuresRead<typeof readCommunityOverview, CommunityEntry>({
    name: 'community',
    key: ({ place, input }) => `${place.communityId} ${input.query.period}`,
    territory: ({ services, place }) => communityIn(services.territory, place.communityId),
    // permission to view the community was decided before
    admit: () => undefined,
    make: (db, community, { input, now }) => communityOverview(db, community, input.query.period, now),
  }),
  listCommunityItems: openItems,
  listDistrictVoices: async ({ db, actor, services, input, now }) => {
    const { districtId } = await districtFor(db, actor, input.params.districtId)
    return voicesOf(db, services.views, actor, services.territory, 'district', districtId, now)
  },
  listSubdistrictVoices: async ({ db, actor, services, input, now }) => {
    const { subdistrictId } = await subdistrictFor(db, actor, input.params.subdistrictId)
    return voicesOf(db, services.views, actor, services.territory, 'subdistrict', subdistrictId, now)
  },
}
