import type { Me } from '@shequtong/contract/sessions'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../http/services.ts'
import type { Tx } from '../platform/database/db.ts'
import { setSessionCookie } from '../sessions/cookie.ts'
import { deviceOf, meOf, openSession } from '../sessions/public.ts'

/** What signing in needs of a call, whichever door it came through. */
export interface Arrival {
  readonly now: Date
  readonly services: Services
  readonly http: { readonly request: FastifyRequest; readonly reply: FastifyReply }
}

/** Opens a session for `personId`, sets the cookie and says who it is. */
export const admit = async (tx: Tx, { now, services, http }: Arrival, personId: string): Promise<Me> => {
  const { token, hatId } = await openSession(tx, personId, deviceOf(http.request), now)
  setSessionCookie(http.reply, token, services.settings.secureCookies)
  return meOf(tx, { personId, hatId }, services.settings.demo, now)
}
