import { ok, type Result, refused } from '../result.ts'
import { addDays, addMs, type DateOn, dateOnIn, type Instant, msPerDay, startOf } from '../time.ts'
import type { WaitingRule } from './response-rules.ts'
import type { SuspensionKind } from './states.ts'

/** Why and until when the response clock stands still. */
export interface Suspension {
  readonly kind: SuspensionKind
  readonly since: Instant
  /** When it ends by itself; absent for an ask-back, which waits for the asker. */
  readonly until: Instant | undefined
  /** When whoever is waited for is reminded; absent once it was done, and where there is nothing to remind of. */
  readonly remindAt: Instant | undefined
}

export type SuspensionViolation =
  | { readonly code: 'suspension-over' }
  | { readonly code: 'suspension-too-long'; readonly latestOn: DateOn }

/** The responsible are reminded this long before a suspension ends. Our own bound. */
export const remindBeforeEndDays = 1

/** The last day of a suspension that ends at `until`. */
export const lastDayOf = (until: Instant): DateOn => dateOnIn(addMs(until, -1))

/** Waiting for the asker, from `now` on: no end of its own, one reminder. */
export const askedBackSince = (rule: WaitingRule, now: Instant): Suspension => ({
  kind: 'askedBack',
  since: now,
  until: undefined,
  remindAt: addMs(now, rule.remindAskedBackAfterDays * msPerDay),
})

/**
 * A suspension up to and including the day `untilOn` (Asia/Shanghai), today at the earliest, `suspendAtMostDays` from today at
 * the latest. The reminder comes `remindBeforeEndDays` before its end; one that is shorter has none.
 */
export const suspendedUntil = (
  untilOn: DateOn,
  rule: WaitingRule,
  now: Instant,
): Result<Suspension, SuspensionViolation> => {
  const today = dateOnIn(now)
  const latestOn = addDays(today, rule.suspendAtMostDays)
  if (untilOn < today) return refused({ code: 'suspension-over' })
  if (untilOn > latestOn) return refused({ code: 'suspension-too-long', latestOn })
  const until = startOf(addDays(untilOn, 1))
  const remindAt = addMs(until, -remindBeforeEndDays * msPerDay)
  return ok({ kind: 'suspended', since: now, until, remindAt: remindAt > now ? remindAt : undefined })
}
