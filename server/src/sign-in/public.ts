import type { Me } from '@shequtong/contract/sessions'
import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../http/services.ts'
import { type Tx, transaction } from '../platform/database/db.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { setSessionCookie } from '../sessions/cookie.ts'
import { deviceOf, meOf, openSession } from '../sessions/public.ts'
import { spendCode } from './phone-codes.ts'

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

export const phoneIn = (text: string, pointer = '/phone'): string => {
  const phone = checkMobileNumber(text)
  if (!phone.ok) throw invalid(pointer, phone.violation.code)
  return phone.value
}

/**
 * A phone in E.164 whose code was given: somebody holds it now. The code is spent in a transaction of its own, so that a
 * wrong try stays counted when the request is refused.
 */
export const provenPhone = async (
  services: Services,
  given: { readonly phone: string; readonly code: string },
  now: Date,
  pointer = '/phone',
): Promise<string> => {
  const phone = phoneIn(given.phone, pointer)
  const index = services.vault.phoneCodeIndex(phone)
  const spent = await transaction(services.pool, (own) =>
    spendCode(own, index, given.code.trim(), services.settings.secret, now),
  )
  if (spent !== 'right') throw new Refusal('rule-refused', { code: spent === 'wrong' ? 'code-wrong' : 'code-spent' })
  return phone
}
