import type { Hint } from '@shequtong/contract/realtime'
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

/** After these a thread may belong to fewer: another role has it in hand, or it was taken back. */
const narrowing: readonly string[] = [
  'service_request.handed_over',
  'service_request.hand_over_returned',
  'service_request.assigned',
  'service_request.escalation_returned',
  'service_request.withdrawn',
]

const narrows = (hint: Hint): boolean => hint.type === 'serviceRequestChanged' && narrowing.includes(hint.event)

/** Sessions and permissions as the realtime layer asks for them. */
export const doorOf = ({ db, clock, territory }: Pick<Services, 'db' | 'clock' | 'territory'>): Door<Actor> => {
  const tokens = new WeakMap<Actor, string>()
  return {
    visitorOf: async (cookies) => {
      const token = readSessionToken({ cookies } as FastifyRequest)
      const actor = token === undefined ? undefined : (await sessionOf(db, territory, token, clock.now()))?.actor
      if (token !== undefined && actor !== undefined) tokens.set(actor, token)
      return actor
    },
    mayEnter: async (visitor, room) => {
      const actor = (await sessionOf(db, territory, tokens.get(visitor) ?? '', clock.now()))?.actor
      // signed out, or another hat: the socket is about to be closed
      if (actor === undefined || actor.hatId !== visitor.hatId) return 'not-found'
      return mayEnter({ db, territory }, actor, room)
    },
    narrows,
    livingSessions: (sessionIds) => db.many<LivingSession>(livingSql, [sessionIds, clock.now()]),
  }
}
