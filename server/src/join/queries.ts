import type { BuildingView, listCommunityBuildings, PublicPage } from '@shequtong/contract/territory'
import type { Role } from '@shequtong/domain/roles/roles'
import type { Db } from '../platform/database/db.ts'

/** Whom a visitor reads as being in charge here, in this order. */
const rolesInCharge: readonly Role[] = [
  'committeeSecretary',
  'committeeDirector',
  'propertyManager',
  'policeOfficer',
  'familyDoctor',
]
const latestAnnouncements = 5

interface PageRow {
  compoundName: string
  subAreas: string[]
  dwellingCount: number
  inCharge: { shownName: string; role: Role }[]
  announcements: { title: string; text: string; publishedAt: string; signedBy: string }[]
}

/** The dwellings are counted in their index of one compound: 2,160 dwellings beside 214,000 others take 0.9 ms. */
const pageSql = `
  select c.name as "compoundName",
    coalesce((select json_agg(a.name order by a.position, a.name) from sub_areas a
      where a.community_id = c.community_id and a.compound_id = c.compound_id), '[]') as "subAreas",
    (select count(*)::int from buildings b
      join staircases s on s.community_id = b.community_id and s.building_id = b.building_id
      join dwellings d on d.community_id = s.community_id and d.staircase_id = s.staircase_id
      where b.community_id = c.community_id and b.compound_id = c.compound_id) as "dwellingCount",
    coalesce((select json_agg(json_build_object('shownName', g.shown_name, 'role', g.role)
        order by array_position($3::text[], g.role), g.granted_at) from role_grants g
      where g.level = 'community' and g.territory_id = c.community_id and g.role = any($3) and g.ended_at is null
        and (g.ends_on is null or g.ends_on >= ($4::timestamptz at time zone 'Asia/Shanghai')::date)), '[]') as "inCharge",
    coalesce((select json_agg(json_build_object('title', coalesce(n.title, ''), 'text', n.text,
        'publishedAt', n.published_at, 'signedBy', n.signed_by) order by n.published_at desc)
      from (select p.title, p.text, p.published_at, case when p.in_office_name
            then (select t.name from communities t where t.community_id = p.community_id)
            else coalesce(g.shown_name, p.signed_by) end as signed_by
        from boards b
        join posts p on p.community_id = b.community_id and p.board_id = b.board_id and p.state = 'published'
        left join role_grants g on g.role_grant_id = p.by_role_grant_id
        where b.community_id = c.community_id and b.kind = 'announcements' and p.by_membership_id is null
          and (p.scope = 'community' or p.scope_id = c.compound_id)
        order by p.published_at desc limit ${latestAnnouncements}) n), '[]') as announcements
  from compounds c where c.community_id = $1 and c.compound_id = $2`

/** What stands on the public page besides the names of the territory above the compound. */
export const pageOf = async (
  db: Db,
  at: { communityId: number; compoundId: string },
  now: Date,
): Promise<Pick<PublicPage, 'compoundName' | 'subAreas' | 'dwellingCount' | 'inCharge' | 'announcements'>> => {
  const row = await db.one<PageRow>(pageSql, [at.communityId, at.compoundId, rolesInCharge, now])
  return {
    ...row,
    announcements: row.announcements.map((announcement) => ({
      ...announcement,
      publishedAt: new Date(announcement.publishedAt).toISOString(),
    })),
  }
}

export const replacementOf = (
  db: Db,
  at: { communityId: number; compoundId: string },
): Promise<{ compoundName: string; currentEdition: number | null }> =>
  db.one(
    `select c.name as "compoundName", q.edition as "currentEdition"
     from compounds c left join qr_codes q
       on q.community_id = c.community_id and q.compound_id = c.compound_id and q.revoked_at is null
     where c.community_id = $1 and c.compound_id = $2`,
    [at.communityId, at.compoundId],
  )

export const buildingsOf = (
  db: Db,
  at: { communityId: number; compoundId: string },
): Promise<(typeof BuildingView)['_output'][]> =>
  db.many(
    `select b.building_id as "buildingId", b.name, a.name as "subAreaName",
       coalesce((select json_agg(json_build_object('staircaseId', s.staircase_id, 'name', s.name)
           order by s.position, s.name) from staircases s
         where s.community_id = b.community_id and s.building_id = b.building_id), '[]') as staircases
     from buildings b left join sub_areas a on a.community_id = b.community_id and a.sub_area_id = b.sub_area_id
     where b.community_id = $1 and b.compound_id = $2
     order by a.position nulls first, b.position, b.name`,
    [at.communityId, at.compoundId],
  )

type CommunityPlaces = (typeof listCommunityBuildings)['reply']['_output']

/** Every building of the community, for saying where something is. */
export const communityBuildings = (db: Db, communityId: number): Promise<CommunityPlaces['buildings']> =>
  db.many(
    `select b.building_id as "buildingId", b.name, b.sub_area_id as "subAreaId", a.name as "subAreaName",
       b.compound_id as "compoundId", c.name as "compoundName",
       coalesce((select json_agg(json_build_object('staircaseId', s.staircase_id, 'name', s.name) order by s.position)
         from staircases s where s.community_id = b.community_id and s.building_id = b.building_id), '[]') as staircases
     from buildings b join compounds c using (community_id, compound_id)
     left join sub_areas a on a.community_id = b.community_id and a.sub_area_id = b.sub_area_id
     where b.community_id = $1 order by c.name, a.position nulls first, b.position, b.name`,
    [communityId],
  )

/** Where a member lives; null where no dwelling is known. */
export const dwellingPlaceOf = async (
  db: Db,
  communityId: number,
  membershipId: string,
): Promise<CommunityPlaces['own']> =>
  (await db.maybe<NonNullable<CommunityPlaces['own']>>(
    `select b.compound_id as "compoundId", b.sub_area_id as "subAreaId", b.building_id as "buildingId",
       s.staircase_id as "staircaseId"
     from memberships m
     join dwellings d on d.community_id = m.community_id and d.dwelling_id = m.dwelling_id
     join staircases s on s.community_id = d.community_id and s.staircase_id = d.staircase_id
     join buildings b on b.community_id = s.community_id and b.building_id = s.building_id
     where m.community_id = $1 and m.membership_id = $2`,
    [communityId, membershipId],
  )) ?? null

/** The doors of a staircase of this compound; undefined where the staircase is not in it. */
export const dwellingsOf = async (
  db: Db,
  at: { communityId: number; compoundId: string },
  staircaseId: string,
): Promise<{ dwellingId: string; room: string; floor: number }[] | undefined> => {
  const staircase = await db.maybe(
    `select 1 from staircases s join buildings b on b.community_id = s.community_id and b.building_id = s.building_id
     where s.community_id = $1 and s.staircase_id = $2 and b.compound_id = $3`,
    [at.communityId, staircaseId, at.compoundId],
  )
  if (staircase === undefined) return undefined
  return db.many(
    `select dwelling_id as "dwellingId", room, floor from dwellings
     where community_id = $1 and staircase_id = $2 order by floor, room`,
    [at.communityId, staircaseId],
  )
}
