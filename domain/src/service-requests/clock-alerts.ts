import { addMs, type Instant } from '../time.ts'
import { isBreached, type ResponseClock } from './response-clock.ts'
import { type ClockAlert, clockAlerts } from './states.ts'

/** Which part of the time to answer has run when each alert is due. Half and 80 % are our own bounds. */
const shareRun: Readonly<Record<ClockAlert, number>> = { half: 0.5, mostly: 0.8, breached: 1 }

/** A deadline is kept at its very instant; from this long after it, it was not. */
const justAfterMs = 1

/** When `alert` is due on a clock that runs on from now: pauses moved it as they moved the deadline. */
export const alertAt = (clock: ResponseClock, alert: ClockAlert): Instant => {
  const wholeMs = clock.deadlineAt.getTime() - clock.startedAt.getTime() - clock.pausedMs
  const at = addMs(clock.deadlineAt, -Math.round((1 - shareRun[alert]) * wholeMs))
  return alert === 'breached' ? addMs(at, justAfterMs) : at
}

const later = (clock: ResponseClock): readonly ClockAlert[] =>
  clockAlerts.slice(clock.alerted === undefined ? 0 : clockAlerts.indexOf(clock.alerted) + 1)

/**
 * The next alert of this clock and its instant. A paused clock has none; a stopped one only that it stopped too late, if
 * nobody noticed before.
 */
export const nextAlert = (clock: ResponseClock): { readonly alert: ClockAlert; readonly at: Instant } | undefined => {
  if (clock.pausedAt !== undefined) return undefined
  const left = later(clock)
  const alert = clock.stoppedAt === undefined ? left[0] : left.at(-1)
  if (alert === undefined || (clock.stoppedAt !== undefined && !isBreached(clock, clock.stoppedAt))) return undefined
  return { alert, at: alertAt(clock, alert) }
}

/** The latest alert that is due at `now` and was not given; earlier ones that it overtook are not given any more. */
export const alertDue = (
  clock: ResponseClock,
  now: Instant,
): { readonly alert: ClockAlert; readonly at: Instant } | undefined => {
  const next = nextAlert(clock)
  if (next === undefined || next.at > now) return undefined
  const alert = later(clock).findLast((one) => alertAt(clock, one) <= now) ?? next.alert
  return { alert, at: alertAt(clock, alert) }
}
