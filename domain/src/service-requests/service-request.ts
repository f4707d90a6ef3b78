import { ok, type Result, refused } from '../result.ts'
import type { HandOverRole } from '../roles/roles.ts'
import { isNamedBody, isStatedReason } from '../text/stated-reason.ts'
import { isStatedResult } from '../text/stated-result.ts'
import { isSubstantiveAnswer } from '../text/substantive-answer.ts'
import { addDays, type DateOn, dateOnIn, type Instant } from '../time.ts'
import { alertDue } from './clock-alerts.ts'
import type { HandOverOffer } from './hand-over.ts'
import { type Rating, ratedRound } from './ratings.ts'
import {
  confirmWithinDays,
  pauseClock,
  type ResponseClock,
  type ResponseRule,
  resumeClock,
  startClock,
  stopClock,
} from './response-clock.ts'
import type { WaitingRule } from './response-rules.ts'
import {
  allowedActions,
  type ClockAlert,
  type HandlingLevel,
  type Outcome,
  type ServiceRequestAction,
  type ServiceRequestKind,
  type ServiceRequestState,
  transitions,
  type Visibility,
} from './states.ts'
import { askedBackSince, type Suspension, type SuspensionViolation, suspendedUntil } from './suspension.ts'

/** A service request (诉求) as the rules see it. The words of the thread are entries of their own. */
export interface ServiceRequest {
  readonly kind: ServiceRequestKind
  readonly visibility: Visibility
  readonly state: ServiceRequestState
  readonly level: HandlingLevel
  readonly clock: ResponseClock
  readonly submittedAt: Instant
  /** S25, the three times: first opened by someone responsible, first substantive answer, latest stated result. */
  readonly readAt: Instant | undefined
  readonly answeredAt: Instant | undefined
  readonly resolvedAt: Instant | undefined
  /** When the asker confirmed, or silence ended it, or it was withdrawn. */
  readonly endedAt: Instant | undefined
  readonly suspension: Suspension | undefined
  readonly outcome: Outcome | undefined
  readonly onwardOwner: string | undefined
  readonly responsibleRole: HandOverRole
  /** To whom it was offered and who has not said yet whether they take it. */
  readonly offer: HandOverOffer | undefined
  readonly reopenedCount: number
}

export type ServiceRequestViolation =
  | {
      readonly code: 'transition-refused'
      readonly from: ServiceRequestState
      readonly allowed: ServiceRequestAction[]
    }
  | { readonly code: 'nothing-to-rate' | 'rating-empty' }
  | { readonly code: 'offer-open' | 'already-theirs' | 'no-offer-open' | 'no-offer-lapsed' }
  | { readonly code: 'result-not-stated' }
  | { readonly code: 'reason-not-stated' }
  | { readonly code: 'onward-owner-missing' }
  | { readonly code: 'reply-not-neighbours' | 'reply-not-substantive' | 'stands-for-others' }
  | { readonly code: 'already-suspended' }
  | { readonly code: 'not-suspended' }
  | SuspensionViolation
  | { readonly code: 'suspension-not-over' | 'reminder-not-due' | 'alert-not-due' }
  | { readonly code: 'level-not-higher' | 'level-not-lower'; readonly level: HandlingLevel }
  | { readonly code: 'not-yet-lapsed'; readonly lapsesAt: Instant }

export type Outcomes = Result<ServiceRequest, ServiceRequestViolation>

/** Whether the state allows the action; the request itself where it does. */
export const guard = (request: ServiceRequest, action: ServiceRequestAction): Outcomes =>
  transitions[action].includes(request.state)
    ? ok(request)
    : refused({ code: 'transition-refused', from: request.state, allowed: allowedActions(request.state) })

/** A new request: its clock starts with it. The residents' committee is the first receiver (首接负责). */
export const submit = (
  input: {
    readonly kind: ServiceRequestKind
    readonly visibility: Visibility
    /** Who answers on the board where it was said; absent: the committee's director. */
    readonly responsibleRole?: HandOverRole
  },
  rule: ResponseRule,
  now: Instant,
): ServiceRequest => ({
  kind: input.kind,
  visibility: input.visibility,
  state: 'submitted',
  level: 'community',
  clock: startClock(rule, now),
  submittedAt: now,
  readAt: undefined,
  answeredAt: undefined,
  resolvedAt: undefined,
  endedAt: undefined,
  suspension: undefined,
  outcome: undefined,
  onwardOwner: undefined,
  responsibleRole: input.responsibleRole ?? 'committeeDirector',
  offer: undefined,
  reopenedCount: 0,
})

/** 听到: someone responsible opened it for the first time. Reading stops no clock. */
export const read = (request: ServiceRequest, now: Instant): Outcomes => {
  const allowed = guard(request, 'read')
  return allowed.ok ? ok({ ...request, state: 'read', readAt: request.readAt ?? now }) : allowed
}

/** Whoever does something about it has heard it. */
export const heard = (request: ServiceRequest, now: Instant): ServiceRequest => ({
  ...request,
  state: request.state === 'submitted' ? 'read' : request.state,
  readAt: request.readAt ?? now,
})

/**
 * 回应: words of someone responsible. Only a substantive answer stops the clock and makes it `answered`;
 * an empty courtesy or 收到 is kept in the thread as a receipt and changes nothing but that it was read.
 */
export const answer = (
  request: ServiceRequest,
  input: { readonly text: string },
  now: Instant,
): Result<{ readonly request: ServiceRequest; readonly substantive: boolean }, ServiceRequestViolation> => {
  const allowed = guard(request, 'answer')
  if (!allowed.ok) return allowed
  if (!isSubstantiveAnswer(input.text)) return ok({ request: heard(request, now), substantive: false })
  return ok({
    request: {
      ...heard(request, now),
      state: 'answered',
      clock: stopClock(request.clock, now),
      answeredAt: request.answeredAt ?? now,
      suspension: undefined,
    },
    substantive: true,
  })
}

/** A word that was said in the thread. */
export interface NeighbourReply {
  readonly text: string
  /** Said by a neighbour: a member other than the asker. */
  readonly isNeighbours: boolean
}

const answeredBy = (request: ServiceRequest, now: Instant): ServiceRequest => ({
  ...request,
  state: 'answered',
  clock: stopClock(request.clock, now),
  answeredAt: request.answeredAt ?? now,
  suspension: undefined,
})

/** The asker accepts a neighbour's answer: their own word stops the clock. It was heard with it at the latest. */
export const acceptReply = (request: ServiceRequest, reply: NeighbourReply, now: Instant): Outcomes => {
  const allowed = guard(request, 'acceptReply')
  if (!allowed.ok) return allowed
  return reply.isNeighbours ? ok(answeredBy(heard(request, now), now)) : refused({ code: 'reply-not-neighbours' })
}

/** Someone responsible endorses a neighbour's answer, which then counts as if it were theirs; it has to be substantive. */
export const endorseReply = (request: ServiceRequest, reply: NeighbourReply, now: Instant): Outcomes => {
  const allowed = guard(request, 'endorseReply')
  if (!allowed.ok) return allowed
  if (!reply.isNeighbours) return refused({ code: 'reply-not-neighbours' })
  if (!isSubstantiveAnswer(reply.text)) return refused({ code: 'reply-not-substantive' })
  return ok(answeredBy(heard(request, now), now))
}

/**
 * Asking the asker back. The clock stands still until the asker speaks; it does not stop. The asker is reminded once, and it
 * goes on waiting, visibly.
 */
export const askBack = (
  request: ServiceRequest,
  input: { readonly text: string },
  rule: WaitingRule,
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'askBack')
  if (!allowed.ok) return allowed
  if (!isStatedReason(input.text)) return refused({ code: 'reason-not-stated' })
  if (request.suspension !== undefined) return refused({ code: 'already-suspended' })
  return ok({
    ...heard(request, now),
    clock: pauseClock(request.clock, now),
    suspension: askedBackSince(rule, now),
  })
}

/** A word of the asker: it ends an ask-back and sets the clock going again. */
export const askerReplies = (request: ServiceRequest, now: Instant): ServiceRequest =>
  request.suspension?.kind === 'askedBack'
    ? { ...request, clock: resumeClock(request.clock, now), suspension: undefined }
    : request

/** 我也是, or its taking back: while something is still done about it. It changes no clock and no state. */
export const support = (request: ServiceRequest): Outcomes => guard(request, 'support')

/**
 * Suspends with a stated reason (for parts that are on order, for weather) up to and including the day `untilOn`, which `rule`
 * bounds; the asker sees both. It ends by itself: see `endSuspension`.
 */
export const suspend = (
  request: ServiceRequest,
  input: { readonly reason: string; readonly untilOn: DateOn },
  rule: WaitingRule,
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'suspend')
  if (!allowed.ok) return allowed
  if (!isStatedReason(input.reason)) return refused({ code: 'reason-not-stated' })
  if (request.suspension !== undefined) return refused({ code: 'already-suspended' })
  const suspension = suspendedUntil(input.untilOn, rule, now)
  if (!suspension.ok) return suspension
  return ok({ ...heard(request, now), clock: pauseClock(request.clock, now), suspension: suspension.value })
}

export const resume = (request: ServiceRequest, now: Instant): Outcomes => {
  const allowed = guard(request, 'resume')
  if (!allowed.ok) return allowed
  if (request.suspension === undefined) return refused({ code: 'not-suspended' })
  return ok({ ...request, clock: resumeClock(request.clock, now), suspension: undefined })
}

/** The end of a suspension by itself: the clock goes on from `until`, however late somebody looks. Refuses before that instant. */
export const endSuspension = (request: ServiceRequest, now: Instant): Outcomes => {
  const until = request.suspension?.until
  if (until === undefined || now.getTime() < until.getTime()) return refused({ code: 'suspension-not-over' })
  return resume(request, until)
}

/** One reminder to whoever is waited for, from `remindAt` on; a second is refused. */
export const remind = (request: ServiceRequest, now: Instant): Outcomes => {
  const { suspension } = request
  if (suspension?.remindAt === undefined || now.getTime() < suspension.remindAt.getTime())
    return refused({ code: 'reminder-not-due' })
  return ok({ ...request, suspension: { ...suspension, remindAt: undefined } })
}

/**
 * What the response clock says by itself by `now`, and since when: half of the time or most of it is gone, or all of it, without
 * a substantive answer. Each is said once, of several the latest; it changes nothing else.
 */
export const alert = (
  request: ServiceRequest,
  now: Instant,
): Result<
  { readonly request: ServiceRequest; readonly alert: ClockAlert; readonly at: Instant },
  ServiceRequestViolation
> => {
  const due = alertDue(request.clock, now)
  if (due === undefined) return refused({ code: 'alert-not-due' })
  return ok({ ...due, request: { ...request, clock: { ...request.clock, alerted: due.alert } } })
}

export const assign = (request: ServiceRequest, now: Instant): Outcomes => {
  const allowed = guard(request, 'assign')
  return allowed.ok ? ok(heard(request, now)) : allowed
}

/**
 * 办结: a stated result. It counts as an answer where none was given before.
 * `beyondOurPower` must name the onward owner, an office or body. The asker has the last word.
 */
export const resolve = (
  request: ServiceRequest,
  input: { readonly result: string; readonly outcome: Outcome; readonly onwardOwner: string | undefined },
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'resolve')
  if (!allowed.ok) return allowed
  if (!isStatedResult(input.result)) return refused({ code: 'result-not-stated' })
  const onwardOwner = input.onwardOwner?.trim() ?? ''
  if (input.outcome === 'beyondOurPower' && !isNamedBody(onwardOwner)) return refused({ code: 'onward-owner-missing' })
  return ok({
    ...heard(request, now),
    state: 'resolved',
    clock: stopClock(request.clock, now),
    answeredAt: request.answeredAt ?? now,
    resolvedAt: now,
    suspension: undefined,
    offer: undefined,
    outcome: input.outcome,
    onwardOwner: input.outcome === 'beyondOurPower' ? onwardOwner : undefined,
  })
}

/** 居民确认: only the asker. */
export const confirm = (request: ServiceRequest, now: Instant): Outcomes => {
  const allowed = guard(request, 'confirm')
  return allowed.ok ? ok({ ...request, state: 'confirmed', endedAt: now }) : allowed
}

/** 重开: only the asker, with a word on what is still wrong; a new clock starts. */
export const reopen = (
  request: ServiceRequest,
  input: { readonly reason: string },
  rule: ResponseRule,
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'reopen')
  if (!allowed.ok) return allowed
  if (!isStatedReason(input.reason)) return refused({ code: 'reason-not-stated' })
  return ok({
    ...request,
    state: 'reopened',
    clock: startClock(rule, now),
    resolvedAt: undefined,
    outcome: undefined,
    onwardOwner: undefined,
    reopenedCount: request.reopenedCount + 1,
  })
}

/** The asker's word on the round that may be rated now (`ratedRound`); it changes no clock and no state. */
export const rate = (request: ServiceRequest, rating: Rating): Outcomes => {
  const allowed = guard(request, 'rate')
  if (!allowed.ok) return allowed
  if (ratedRound(request) === undefined) return refused({ code: 'nothing-to-rate' })
  return rating.attitude === null && rating.result === null ? refused({ code: 'rating-empty' }) : ok(request)
}

/** 撤回: only the asker, while it is open. */
export const withdraw = (request: ServiceRequest, now: Instant): Outcomes => {
  const allowed = guard(request, 'withdraw')
  if (!allowed.ok) return allowed
  return ok({
    ...request,
    state: 'withdrawn',
    clock: stopClock(request.clock, now),
    suspension: undefined,
    offer: undefined,
    endedAt: now,
  })
}

/** When silence ends a resolved request: at the start of the day after seven full days in Asia/Shanghai have gone by. */
export const lapsesAt = (resolvedAt: Instant): Instant =>
  new Date(Date.parse(`${addDays(dateOnIn(resolvedAt), confirmWithinDays + 1)}T00:00:00+08:00`))

/** Seven silent days since the result or the asker's latest word after it: ends as `unconfirmed`, visibly, never as confirmed. Refuses before `lapsesAt`. */
export const lapse = (request: ServiceRequest, now: Instant, askerSpokeAt?: Instant): Outcomes => {
  const allowed = guard(request, 'lapse')
  if (!allowed.ok) return allowed
  const resolvedAt = request.resolvedAt ?? now
  const due = lapsesAt(askerSpokeAt !== undefined && askerSpokeAt > resolvedAt ? askerSpokeAt : resolvedAt)
  if (now.getTime() < due.getTime()) return refused({ code: 'not-yet-lapsed', lapsesAt: due })
  return ok({ ...request, state: 'unconfirmed', endedAt: now })
}
