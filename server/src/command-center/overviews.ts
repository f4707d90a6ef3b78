import type { DistrictOverview, readCommunityOverview, readSubdistrict } from '@shequtong/contract/command-center'
import type { ReplyOf } from '@shequtong/contract/endpoint'
import type { Period } from '@shequtong/domain/rollups/periods'
import type { CommunityKind, SubdistrictKind } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'
import type { CommunityEntry } from '../territory/directory.ts'
import type { District, Subdistrict } from './access.ts'
import { backlogByCommunity, backlogBySubdistrict, backlogOfCommunity, noBacklog, sumOf } from './backlog.ts'
import { lastHours, residentCount, residentsByCommunity, type Totals, totalsOf } from './counters.ts'
import { periodCounts } from './period-counts.ts'

const figuresOf = (communityCount: number, totals: Totals): DistrictOverview['figures'] => [
  { kind: 'communities', value: communityCount },
  { kind: 'households', value: totals.households ?? 0 },
  { kind: 'members', value: residentCount(totals) },
  { kind: 'enterprises', value: totals['members.enterprise'] ?? 0 },
  { kind: 'merchants', value: totals['members.merchant'] ?? 0 },
  { kind: 'partyMembers', value: totals.partyMembers ?? 0 },
  { kind: 'employees', value: totals['members.employee'] ?? 0 },
  { kind: 'interactions', value: totals.interactions ?? 0 },
]

const subdistrictsSql = `
  select s.subdistrict_id as "territoryId", s.name, s.kind,
    (select count(*)::int from communities c where c.subdistrict_id = s.subdistrict_id) as "communityCount"
  from subdistricts s where s.district_id = $1 order by s.position, s.subdistrict_id`

export const districtOverview = async (
  db: Db,
  district: District,
  period: Period,
  now: Date,
): Promise<DistrictOverview> => {
  const { districtId, name } = district
  const [subdistricts, backlogs, totals, counted, hours] = await Promise.all([
    db.many<{ territoryId: number; name: string; kind: SubdistrictKind; communityCount: number }>(subdistrictsSql, [
      districtId,
    ]),
    backlogBySubdistrict(db, districtId, now),
    totalsOf(db, 'district', districtId),
    periodCounts(db, 'district', districtId, period, now),
    lastHours(db, 'district', districtId, now),
  ])
  const communityCount = subdistricts.reduce((sum, one) => sum + one.communityCount, 0)
  return {
    districtId,
    name,
    figures: figuresOf(communityCount, totals),
    backlog: sumOf(backlogs.values()).backlog,
    counted,
    hours,
    subdistricts: subdistricts.map((one) => ({ ...one, ...(backlogs.get(one.territoryId) ?? noBacklog) })),
  }
}

export const subdistrictOverview = async (
  db: Db,
  subdistrict: Subdistrict,
  period: Period,
  now: Date,
): Promise<ReplyOf<typeof readSubdistrict>> => {
  const { subdistrictId, subdistrictName, kind, districtId, name: districtName } = subdistrict
  const [communities, backlogs, residents, counted] = await Promise.all([
    db.many<{ territoryId: number; name: string; kind: CommunityKind }>(
      `select community_id as "territoryId", short_name as name, kind from communities
       where subdistrict_id = $1 order by position, community_id`,
      [subdistrictId],
    ),
    backlogByCommunity(db, subdistrictId, now),
    residentsByCommunity(db, subdistrictId),
    periodCounts(db, 'subdistrict', subdistrictId, period, now),
  ])
  return {
    territoryId: subdistrictId,
    name: subdistrictName,
    ...sumOf(backlogs.values()),
    kind,
    districtId,
    districtName,
    counted,
    communities: communities.map((one) => ({
      ...one,
      ...(backlogs.get(one.territoryId) ?? noBacklog),
      members: residents.get(one.territoryId) ?? 0,
    })),
  }
}

export const communityOverview = async (
  db: Db,
  community: CommunityEntry,
  period: Period,
  now: Date,
): Promise<ReplyOf<typeof readCommunityOverview>> => {
  const { communityId, shortName, kind, subdistrictId, subdistrictName, districtId, districtName } = community
  const [backlog, totals, counted, subAreas] = await Promise.all([
    backlogOfCommunity(db, communityId, now),
    totalsOf(db, 'community', communityId),
    periodCounts(db, 'community', communityId, period, now),
    db.many<{ name: string }>(`select name from sub_areas where community_id = $1 order by position, name`, [
      communityId,
    ]),
  ])
  return {
    territoryId: communityId,
    name: shortName,
    ...backlog,
    kind,
    subdistrictId,
    subdistrictName,
    districtId,
    districtName,
    households: totals.households ?? 0,
    members: residentCount(totals),
    subAreas: subAreas.map(({ name }) => name),
    counted,
  }
}
