import {
  type HeldGrant,
  mayGrantAt,
  mayHandOver,
  maySeeGrants,
  type TerritoryPlace,
} from '@shequtong/domain/roles/granting'
import type { Role, TerritoryLevel } from '@shequtong/domain/roles/roles'
import type { Db, Tx } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'

const placeSql: Readonly<Record<TerritoryLevel, string>> = {
  district: `select 'district' as level, district_id as "districtId" from districts where district_id = $1`,
  subdistrict: `select 'subdistrict' as level, subdistrict_id as "subdistrictId", district_id as "districtId"
    from subdistricts where subdistrict_id = $1`,
  community: `select 'community' as level, community_id as "communityId", subdistrict_id as "subdistrictId",
    district_id as "districtId" from communities where community_id = $1`,
}

export const placeOf = (db: Db, level: TerritoryLevel, territoryId: number): Promise<TerritoryPlace | undefined> =>
  db.maybe<TerritoryPlace>(placeSql[level], [territoryId])

/** A subdistrict or district whose offices the actor may read about; anybody else must not learn that it exists. */
export const toSeeOffices = async (
  db: Db,
  actor: Actor,
  level: TerritoryLevel,
  territoryId: number,
): Promise<TerritoryPlace> => {
  const place = await placeOf(db, level, territoryId)
  if (place === undefined || !maySeeGrants(actor.hat, place)) throw notFound()
  return place
}

/** Where a grant stands, for whoever may read about the offices there. */
export const placeToSee = async (db: Db, actor: Actor, roleGrantId: string): Promise<TerritoryPlace> => {
  const grant = await db.maybe<{ level: TerritoryLevel; territoryId: number }>(
    `select level, territory_id as "territoryId" from role_grants where role_grant_id = $1`,
    [roleGrantId],
  )
  const place = grant === undefined ? undefined : await placeOf(db, grant.level, grant.territoryId)
  if (place === undefined || !maySeeGrants(actor.hat, place)) throw notFound()
  return place
}

export interface LoadedGrant extends HeldGrant {
  readonly personId: string
  readonly level: TerritoryLevel
  readonly territoryId: number
  readonly buildingId: string | null
  readonly living: boolean
}

interface Row {
  roleGrantId: string
  personId: string
  role: Role
  level: TerritoryLevel
  territoryId: number
  buildingId: string | null
  living: boolean
}

/** The one door to a grant for a write: locked, and the actor's to end or, where `handOver`, to hand over; else not-found. */
export const toChange = async (
  tx: Tx,
  actor: Actor,
  roleGrantId: string,
  { handOver, now }: { readonly handOver: boolean; readonly now: Date },
): Promise<LoadedGrant> => {
  const row = await tx.maybe<Row>(
    `select role_grant_id as "roleGrantId", person_id as "personId", role, level, territory_id as "territoryId",
       building_id as "buildingId",
       ended_at is null and (ends_on is null or ends_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date) as living
     from role_grants where role_grant_id = $1 for update`,
    [roleGrantId, now],
  )
  const place = row === undefined ? undefined : await placeOf(tx, row.level, row.territoryId)
  if (row === undefined || place === undefined) throw notFound()
  const grant: LoadedGrant = { ...row, place }
  const allowed = handOver
    ? mayHandOver(actor.hat, actor.roleGrantId, grant)
    : mayGrantAt(actor.hat, grant.role, grant.place)
  if (!allowed) throw notFound()
  return grant
}
