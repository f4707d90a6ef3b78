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
