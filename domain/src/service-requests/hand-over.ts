import { ok, refused } from '../result.ts'
import type { HandOverRole, Role } from '../roles/roles.ts'
import { isStatedReason } from '../text/stated-reason.ts'
import { addMs, type Instant, msPerHour, msPerMinute } from '../time.ts'
import type { ResponseClock } from './response-clock.ts'
import { guard, heard, type Outcomes, type ServiceRequest } from './service-request.ts'

/** A hand-over that nobody of `toRole` has accepted yet: whoever had it in hand stays responsible, and the clock stays theirs. */
export interface HandOverOffer {
  readonly toRole: HandOverRole
  readonly offeredAt: Instant
  readonly lapsesAt: Instant
}

/**
 * How long an offer stands. Our default: with 24 hours to answer in, whoever offered has most of them left when it comes back. Of a
 * clock that runs it takes half of what is left at most, but never so little that nobody could see it.
 */
export const offerHours = 4
export const offerAtLeastMinutes = 30

export const offerLapsesAt = ({ deadlineAt, pausedAt, stoppedAt }: ResponseClock, now: Instant): Instant => {
  const runs = pausedAt === undefined && stoppedAt === undefined && deadlineAt > now
  const halfLeftMs = runs ? (deadlineAt.getTime() - now.getTime()) / 2 : offerHours * msPerHour
  return addMs(now, Math.max(offerAtLeastMinutes * msPerMinute, Math.min(offerHours * msPerHour, halfLeftMs)))
}

/** Whether the offer can still be taken at `now`; the instant it lapses no longer. */
export const isOpen = (offer: HandOverOffer | undefined, now: Instant): offer is HandOverOffer =>
  offer !== undefined && now.getTime() < offer.lapsesAt.getTime()

/** Whether `role` is the one that may accept the offer. */
export const isOfferedTo = (offer: Pick<HandOverOffer, 'toRole'> | undefined, role: Role): boolean =>
  offer?.toRole === role

/**
 * 转办: an offer to another role. The clock runs on, and whoever has it in hand stays responsible until somebody of that role
 * accepts (首接负责; 北京市接诉即办工作条例 art. 11, 14, as a model). One offer at a time; one that has lapsed is none.
 */
export const handOver = (
  request: ServiceRequest,
  { toRole, reason }: { readonly toRole: HandOverRole; readonly reason: string },
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'handOver')
  if (!allowed.ok) return allowed
  if (!isStatedReason(reason)) return refused({ code: 'reason-not-stated' })
  if (isOpen(request.offer, now)) return refused({ code: 'offer-open' })
  if (toRole === request.responsibleRole) return refused({ code: 'already-theirs' })
  return ok({ ...heard(request, now), offer: { toRole, offeredAt: now, lapsesAt: offerLapsesAt(request.clock, now) } })
}

/** Somebody of the role it was offered to takes it: responsible from now on, on the clock as it stands. */
export const acceptHandOver = (request: ServiceRequest, { role }: { readonly role: Role }, now: Instant): Outcomes => {
  const allowed = guard(request, 'acceptHandOver')
  if (!allowed.ok) return allowed
  const { offer } = request
  if (!isOpen(offer, now) || !isOfferedTo(offer, role)) return refused({ code: 'no-offer-open' })
  return ok({ ...request, offer: undefined, responsibleRole: offer.toRole })
}

/** Declined by the role it was offered to, or taken back by whoever has it in hand; with a reason that stands in the thread. */
export const returnHandOver = (
  request: ServiceRequest,
  { reason }: { readonly reason: string },
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'returnHandOver')
  if (!allowed.ok) return allowed
  if (!isOpen(request.offer, now)) return refused({ code: 'no-offer-open' })
  if (!isStatedReason(reason)) return refused({ code: 'reason-not-stated' })
  return ok({ ...request, offer: undefined })
}

/** The end of an offer that nobody took, by itself. Refuses before its instant. */
export const lapseHandOver = (request: ServiceRequest, now: Instant): Outcomes =>
  request.offer === undefined || isOpen(request.offer, now)
    ? refused({ code: 'no-offer-lapsed' })
    : ok({ ...request, offer: undefined })
