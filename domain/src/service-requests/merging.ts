import { ok, type Result, refused } from '../result.ts'
import type { Instant } from '../time.ts'
import { alertAt } from './clock-alerts.ts'
import { type ResponseClock, resumeClock, stopClock } from './response-clock.ts'
import { guard, heard, type ServiceRequest, type ServiceRequestViolation } from './service-request.ts'
import { clockAlerts } from './states.ts'

/** One that stands for others. `pulledForwardMs`: how much sooner its deadline is, because one that was merged into it is due before. */
export interface Target {
  readonly request: ServiceRequest
  readonly pulledForwardMs: number
}

export type MergeViolation = ServiceRequestViolation | { readonly code: 'merge-private' | 'merge-unanswered' }

const ownDeadlineMs = ({ request, pulledForwardMs }: Target): number =>
  request.clock.deadlineAt.getTime() + pulledForwardMs

/** The deadline of `target` with `others` in it: the most urgent of all clocks that still run. A stopped clock pulls nothing. */
const withOthers = (target: Target, others: readonly ServiceRequest[]): Target => {
  const own = ownDeadlineMs(target)
  const { request } = target
  if (request.clock.stoppedAt !== undefined) return target
  const running = others.filter(({ clock }) => clock.stoppedAt === undefined)
  const soonest = Math.min(own, ...running.map(({ clock }) => clock.deadlineAt.getTime()))
  const clock = { ...request.clock, deadlineAt: new Date(soonest) }
  return { request: { ...request, clock }, pulledForwardMs: own - soonest }
}

/**
 * 合并: `duplicate` goes on as part of `target`, both open and both read by the community; a private one never joins, because its
 * words would be read by others; nor does one that waits for its first answer join one that has it, because nobody would see it
 * wait. Its own clock, words, photos and voices stay with it: see `split`. The clock of `target` runs as
 * the most urgent of all. `others`: what was merged into it before.
 */
export const merge = (
  duplicate: ServiceRequest,
  target: Target,
  others: readonly ServiceRequest[],
  now: Instant,
): Result<{ readonly duplicate: ServiceRequest; readonly target: Target }, MergeViolation> => {
  for (const request of [duplicate, target.request]) {
    const allowed = guard(request, 'merge')
    if (!allowed.ok) return allowed
    if (request.visibility === 'private') return refused({ code: 'merge-private' })
  }
  if (target.request.clock.stoppedAt !== undefined && duplicate.clock.stoppedAt === undefined)
    return refused({ code: 'merge-unanswered' })
  const merged = {
    ...heard(duplicate, now),
    state: 'merged',
    clock: resumeClock(duplicate.clock, now),
    suspension: undefined,
    offer: undefined,
  } as const
  const request = heard(target.request, now)
  return ok({ duplicate: merged, target: withOthers({ ...target, request }, [...others, merged]) })
}

/** 拆开: it goes on by itself where it stood, with the clock it had; what was answered meanwhile was answered to it too. */
export const split = (duplicate: ServiceRequest): Result<ServiceRequest, ServiceRequestViolation> => {
  const allowed = guard(duplicate, 'split')
  if (!allowed.ok) return allowed
  const state = duplicate.clock.stoppedAt !== undefined ? 'answered' : duplicate.reopenedCount > 0 ? 'reopened' : 'read'
  return ok({ ...duplicate, state })
}

/** What a clock whose deadline moved has said of the time that is left now: nothing that is still to come. */
const unsaid = (clock: ResponseClock, now: Instant): ResponseClock => {
  const said = clock.alerted === undefined ? [] : clockAlerts.slice(0, clockAlerts.indexOf(clock.alerted) + 1)
  return { ...clock, alerted: said.findLast((alert) => alertAt(clock, alert) <= now) }
}

/**
 * The target without one that was split off or taken back: its own deadline again, or that of the most urgent one left in it, and
 * what its clock said too early for that is said again in its time.
 */
export const without = (target: Target, left: readonly ServiceRequest[], now: Instant): Target => {
  const { request, pulledForwardMs } = withOthers(target, left)
  if (pulledForwardMs === target.pulledForwardMs) return target
  return { request: { ...request, clock: unsaid(request.clock, now) }, pulledForwardMs }
}

/** The first answer to the target answers what was merged into it: its clock stops, its place stays. */
export const answerCarried = (duplicate: ServiceRequest, now: Instant): ServiceRequest => ({
  ...duplicate,
  clock: stopClock(duplicate.clock, now),
  answeredAt: duplicate.answeredAt ?? now,
})

/** The result of the target is the result of each: every asker has the last word on their own. */
export const resultCarried = (
  duplicate: ServiceRequest,
  result: Pick<ServiceRequest, 'outcome' | 'onwardOwner'>,
  now: Instant,
): ServiceRequest => ({
  ...answerCarried(duplicate, now),
  state: 'resolved',
  resolvedAt: now,
  outcome: result.outcome,
  onwardOwner: result.onwardOwner,
})
