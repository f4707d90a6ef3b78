import type { RoleGrantView } from '@shequtong/contract/roles'
import { mayGrantAt, mayHandOver, type TerritoryPlace, territoryIdOf } from '@shequtong/domain/roles/granting'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'

type Row = Omit<RoleGrantView, 'grantedAt' | 'endedAt' | 'mayEnd' | 'mayHandOver'> & {
  grantedAt: Date
  endedAt: Date | null
}

/** The log of a territory is short; what goes beyond is still in the events. */
const listed = 500

const nameThen = (person: string, at: string) => `
  (select n.shown_name from role_grants n where n.person_id = ${person} and n.granted_at <= ${at}
   order by n.granted_at desc limit 1)`

const grantsSql = (condition: string) => `
  select g.role_grant_id as "roleGrantId", g.role, g.level, g.territory_id as "territoryId", g.shown_name as "shownName",
    b.name as "buildingName", g.granted_at as "grantedAt", ${nameThen('g.granted_by', 'g.granted_at')} as "grantedBy",
    g.ends_on::text as "endsOn", g.ended_at as "endedAt", ${nameThen('g.ended_by', 'g.ended_at')} as "endedBy",
    case when g.ended_at is null and g.ends_on < today.on_date then 'expired' else e.payload ->> 'reason' end as "endReason",
    g.ended_at is null and (g.ends_on is null or g.ends_on >= today.on_date) as living
  from role_grants g
  cross join (select ($1::timestamptz at time zone 'Asia/Shanghai')::date as on_date) today
  left join buildings b on g.level = 'community' and b.community_id = g.territory_id and b.building_id = g.building_id
  left join lateral (
    select payload from events e
    where e.community_id = case when g.level = 'community' then g.territory_id else 0 end
      and e.aggregate_id = g.role_grant_id and e.type = 'role.ended'
    order by e.sequence desc limit 1) e on g.ended_at is not null
  where ${condition}
  order by g.ended_at is not null, g.granted_at desc, g.role_grant_id limit ${listed}`

const viewOf = ({ grantedAt, endedAt, ...row }: Row, actor: Actor, place: TerritoryPlace): RoleGrantView => ({
  ...row,
  grantedAt: grantedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  mayEnd: row.living && mayGrantAt(actor.hat, row.role, place),
  mayHandOver: row.living && mayHandOver(actor.hat, actor.roleGrantId, { ...row, place }),
})

/** Living grants first, then the ended ones, each newest first. */
export const grantsOf = async (db: Db, actor: Actor, place: TerritoryPlace, now: Date): Promise<RoleGrantView[]> => {
  const rows = await db.many<Row>(grantsSql('g.level = $2 and g.territory_id = $3'), [
    now,
    place.level,
    territoryIdOf(place),
  ])
  return rows.map((row) => viewOf(row, actor, place))
}

export const grantView = async (
  db: Db,
  actor: Actor,
  place: TerritoryPlace,
  roleGrantId: string,
  now: Date,
): Promise<RoleGrantView> =>
  viewOf(await db.one<Row>(grantsSql('g.role_grant_id = $2'), [now, roleGrantId]), actor, place)
