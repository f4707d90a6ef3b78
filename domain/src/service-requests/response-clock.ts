import { chinaCalendar } from '../time/china-holidays.ts'
import { addWorkingDays, type WorkingCalendar, withPlainWeekdays } from '../time/working-days.ts'
import { addMs, type Instant, msPerHour } from '../time.ts'
import type { ClockAlert } from './states.ts'

/**
 * The response clock (响应时钟) of one item: it asks for the first substantive answer, never scores a person.
 * Running: `pausedAt` and `stoppedAt` are both absent. A pause moves the deadline by its own length when it ends.
 */
export interface ResponseClock {
  readonly startedAt: Instant
  readonly deadlineAt: Instant
  readonly pausedAt: Instant | undefined
  readonly stoppedAt: Instant | undefined
  /** How long it stood still in pauses that ended. */
  readonly pausedMs: number
  /** The latest alert that was given: see `clock-alerts.ts`. */
  readonly alerted: ClockAlert | undefined
}

/** How long until an answer is due: whole hours round the clock, or working days (调休 known), at least 1 of either. */
export type ResponseRule = { readonly answerWithinHours: number } | { readonly answerWithinWorkingDays: number }

/** The article's promise, used where no row says otherwise: 24 hours, round the clock. */
export const defaultResponseRule = { answerWithinHours: 24 } as const satisfies ResponseRule

/** The asker has this long to confirm or reopen a stated result; silence after it ends the request as unconfirmed. */
export const confirmWithinDays = 7

const deadlineOf = (rule: ResponseRule, now: Instant, calendar: WorkingCalendar): Instant => {
  if ('answerWithinHours' in rule) return addMs(now, rule.answerWithinHours * msPerHour)
  const deadline = addWorkingDays(now, rule.answerWithinWorkingDays, withPlainWeekdays(calendar))
  if (!deadline.ok) throw new RangeError(`no working day counted from ${now.toISOString()}`)
  return deadline.value
}

/**
 * A clock that starts at `now`. Where the calendar does not reach as far as a rule in working days needs, Monday to Friday are
 * counted: an item without a deadline would be worse than one that overlooks a holiday.
 */
export const startClock = (
  rule: ResponseRule,
  now: Instant,
  calendar: WorkingCalendar = chinaCalendar,
): ResponseClock => ({
  startedAt: now,
  deadlineAt: deadlineOf(rule, now, calendar),
  pausedAt: undefined,
  stoppedAt: undefined,
  pausedMs: 0,
  alerted: undefined,
})

/** Stops the clock at the first substantive answer. A stopped clock stays as it stopped. A pause ends with it. */
export const stopClock = (clock: ResponseClock, now: Instant): ResponseClock =>
  clock.stoppedAt === undefined ? { ...resumeClock(clock, now), stoppedAt: now } : clock

/** Pauses a running clock; a paused or stopped one stays as it is. */
export const pauseClock = (clock: ResponseClock, now: Instant): ResponseClock =>
  clock.stoppedAt === undefined && clock.pausedAt === undefined ? { ...clock, pausedAt: now } : clock

/** Ends a pause: the deadline moves by exactly the length of the pause. */
export const resumeClock = (clock: ResponseClock, now: Instant): ResponseClock => {
  if (clock.pausedAt === undefined) return clock
  const pauseMs = Math.max(0, now.getTime() - clock.pausedAt.getTime())
  return {
    ...clock,
    pausedAt: undefined,
    deadlineAt: addMs(clock.deadlineAt, pauseMs),
    pausedMs: clock.pausedMs + pauseMs,
  }
}

/** Milliseconds left; negative when overdue. A paused clock shows what was left when it paused; a stopped one nothing. */
export const timeLeftMs = (
  clock: Pick<ResponseClock, 'deadlineAt' | 'pausedAt' | 'stoppedAt'>,
  now: Instant,
): number | undefined => {
  if (clock.stoppedAt !== undefined) return undefined
  return clock.deadlineAt.getTime() - (clock.pausedAt ?? now).getTime()
}

/** A breach: unanswered strictly after the deadline. At the very instant of the deadline it is still in time. */
export const isBreached = (clock: ResponseClock, now: Instant): boolean => {
  const left = timeLeftMs(clock, now)
  if (left !== undefined) return left < 0
  return clock.stoppedAt !== undefined && clock.stoppedAt.getTime() > clock.deadlineAt.getTime()
}
