import { type CommunityRole, communityRoles } from '@shequtong/domain/roles/roles'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'
import { invalid } from '../platform/refusal.ts'

const living = (at: string) =>
  `ended_at is null and (ends_on is null or ends_on >= (${at}::timestamptz at time zone 'Asia/Shanghai')::date)`

/** A living grant of one of `roles` in the same community, for assigning work to whoever has it in the inbox. */
export const colleagueOf = async (
  db: Db,
  place: CommunityPlace,
  roleGrantId: string,
  roles: readonly string[],
  now: Date,
): Promise<{ roleGrantId: string; shownName: string }> => {
  const found = await db.maybe<{ roleGrantId: string; shownName: string }>(
    `select role_grant_id as "roleGrantId", shown_name as "shownName" from role_grants
     where role_grant_id = $1 and level = 'community' and territory_id = $2 and role = any($4) and ${living('$3')}`,
    [roleGrantId, place.communityId, now, roles],
  )
  if (found === undefined) throw invalid('/roleGrantId', 'colleague-unknown')
  return found
}

/** The person of a grant that lives now. */
export const holderOfGrant = (db: Db, roleGrantId: string, now: Date): Promise<{ personId: string } | undefined> =>
  db.maybe(`select person_id as "personId" from role_grants where role_grant_id = $1 and ${living('$2')}`, [
    roleGrantId,
    now,
  ])

/** The officers of a subdistrict or district now. */
export const officersOf = (
  db: Db,
  level: 'subdistrict' | 'district',
  territoryId: number,
  now: Date,
): Promise<{ personId: string }[]> =>
  db.many(
    `select distinct person_id as "personId" from role_grants
     where level = $1 and territory_id = $2 and role = $3 and ${living('$4')}`,
    [level, territoryId, level === 'district' ? 'districtOfficer' : 'subdistrictOfficer', now],
  )

/** Roles of the community that somebody holds now, in the order of the roles, with up to three shown names of who does. */
export const rolesHeld = async (
  db: Db,
  communityId: number,
  now: Date,
): Promise<{ role: CommunityRole; shownNames: string[] }[]> => {
  const rows = await db.many<{ role: CommunityRole; shownNames: string[] }>(
    `select role, (array_agg(shown_name order by granted_at))[1:3] as "shownNames" from role_grants
     where level = 'community' and territory_id = $1 and ${living('$2')} group by role`,
    [communityId, now],
  )
  return rows.toSorted((one, other) => communityRoles.indexOf(one.role) - communityRoles.indexOf(other.role))
}

/** Persons who hold one of `roles` in the community now. */
export const holdersOf = (
  db: Db,
  communityId: number,
  roles: readonly string[],
  now: Date,
): Promise<{ personId: string }[]> =>
  db.many(
    `select distinct person_id as "personId" from role_grants
     where level = 'community' and territory_id = $1 and role = any($2) and ${living('$3')}`,
    [communityId, roles, now],
  )
