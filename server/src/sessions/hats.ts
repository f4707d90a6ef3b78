import type { HatView } from '@shequtong/contract/sessions'
import type { Db } from '../platform/database/db.ts'

const roleHatsSql = `
  select g.role_grant_id as "hatId", 'role' as type, g.shown_name as "shownName",
    case when g.level = 'community' then g.territory_id end as "communityId",
    coalesce(c.short_name, s.name, d.name) as "territoryName", g.level, g.territory_id as "territoryId", g.role,
    null as "memberKind", null as tenure, 'active' as state, null as "buildingName", false as party
  from role_grants g
  left join communities c on g.level = 'community' and c.community_id = g.territory_id
  left join subdistricts s on g.level = 'subdistrict' and s.subdistrict_id = g.territory_id
  left join districts d on g.level = 'district' and d.district_id = g.territory_id
  where g.person_id = $1 and g.ended_at is null and (g.ends_on is null or g.ends_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)
  order by g.granted_at`

const memberHatSql = `
  select m.membership_id as "hatId", 'member' as type, m.shown_name as "shownName", m.community_id as "communityId",
    c.short_name as "territoryName", 'community' as level, m.community_id as "territoryId", null as role,
    m.member_kind as "memberKind", m.tenure, m.state, m.building_name as "buildingName", m.party
  from memberships m join communities c using (community_id)
  where m.community_id = $1 and m.person_id = $2 and m.state <> 'ended'`

/** Every capacity the person may act in: roles first, then memberships; one read per community of the directory. */
export const hatsOf = async (db: Db, personId: string, now: Date): Promise<HatView[]> => {
  const roles = await db.many<HatView>(roleHatsSql, [personId, now])
  const communities = await db.many<{ communityId: number }>(
    `select distinct community_id as "communityId" from member_directory where person_id = $1 order by 1`,
    [personId],
  )
  const memberships: HatView[] = []
  for (const { communityId } of communities)
    memberships.push(...(await db.many<HatView>(memberHatSql, [communityId, personId])))
  return [...roles, ...memberships]
}
