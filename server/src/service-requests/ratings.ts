import type { RatingView } from '@shequtong/contract/ratings'
import {
  type RatedThing,
  ratedRound,
  ratingStep,
  ratingValues,
  ratingWindowDays,
} from '@shequtong/domain/service-requests/ratings'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { msPerDay } from '@shequtong/domain/time'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from './row.ts'

const unrated: RatingView = { attitude: null, result: null }

/** The asker's own rating of the round that may be rated now; not-found for everybody else, as for what does not exist. */
export const ownRating = async (
  db: Db,
  actor: Actor,
  { communityId }: CommunityPlace,
  serviceRequestId: string,
): Promise<RatingView> => {
  const row = await db.maybe<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r
     where r.community_id = $1 and r.service_request_id = $2 and r.by_membership_id = $3`,
    [communityId, serviceRequestId, actor.membershipId ?? null],
  )
  if (row === undefined) throw notFound()
  const round = ratedRound(toDomain(row))
  if (round === undefined) return unrated
  const rating = await db.maybe<RatingView>(
    `select attitude, result from service_request_ratings
     where community_id = $1 and service_request_id = $2 and round = $3`,
    [communityId, serviceRequestId, round],
  )
  return rating ?? unrated
}

const shownSql = (thing: RatedThing) => `
  with given as (select ${thing} as value, row_number() over (order by rated_at, service_request_id, round) as position,
      count(*) over () as total
    from service_request_ratings where community_id = $1 and rated_at > $2 and ${thing} is not null)
  select value, count(*)::int as times from given where position <= total - total % ${ratingStep} group by value`

const shown = async (db: Db, thing: RatedThing, communityId: number, since: Date): Promise<number[] | null> => {
  const rows = await db.many<{ value: number; times: number }>(shownSql(thing), [communityId, since])
  if (rows.length === 0) return null
  return ratingValues.map((value) => rows.find((row) => row.value === value)?.times ?? 0)
}

/** How the community's askers rated attitude and result in the last quarter; null below five. */
export const ratings = async (db: Db, { communityId }: CommunityPlace, now: Date) => {
  const since = new Date(now.getTime() - ratingWindowDays * msPerDay)
  const [attitude, result] = await Promise.all([
    shown(db, 'attitude', communityId, since),
    shown(db, 'result', communityId, since),
  ])
  return { attitude, result }
}
