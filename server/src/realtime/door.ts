import type { FastifyRequest } from 'fastify'
import type { Services } from '../http/services.ts'
import type { Door, LivingSession } from '../platform/realtime/door.ts'
import { type Actor, sessionOf } from '../sessions/actor.ts'
import { readSessionToken } from '../sessions/cookie.ts'
import { mayEnter } from './room-access.ts'

/** A role that ended counts as no hat. The end of a membership reaches its sockets as an event, by the person's room. */
const livingSql = `
  select s.session_id as "sessionId",
    case when s.acting_community_id is not null or g.role_grant_id is not null then s.acting_hat_id end as "hatId"
  from sessions s
  left join role_grants g on s.acting_community_id is null and g.role_grant_id = s.acting_hat_id and g.ended_at is null
    and (g.ends_on is null or g.ends_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)
  where s.session_id = any($1) and s.revoked_at is null and s.expires_at > $2`

/** Sessions and permissions as the realtime layer asks for them. */
export const doorOf = ({ db, clock, territory }: Pick<Services, 'db' | 'clock' | 'territory'>): Door<Actor> => ({
  visitorOf: async (cookies) => {
    const token = readSessionToken({ cookies } as FastifyRequest)
    return token === undefined ? undefined : (await sessionOf(db, territory, token, clock.now()))?.actor
  },
  mayEnter: (actor, room) => mayEnter({ db, territory }, actor, room),
  livingSessions: (sessionIds) => db.many<LivingSession>(livingSql, [sessionIds, clock.now()]),
})
