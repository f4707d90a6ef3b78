import type { Tenure } from '../registrations/member-kinds.ts'
import { ok, type Result, refused } from '../result.ts'
import type { MembershipState } from '../roles/hats.ts'
import type { Role } from '../roles/roles.ts'
import { isStatedReason } from '../text/stated-reason.ts'
import { addDays, addMs, type DateOn, dateOnIn, daysFrom, type Instant, msPerDay, startOf } from '../time.ts'

/** Why a membership ends: the member's own wish, what the committee knows, or the tenant's own word on when the lease is over. */
export const leaveCauses = ['left', 'movedAway', 'tenancyEnded', 'leaseEnds'] as const
export type LeaveCause = (typeof leaveCauses)[number]

/**
 * `leavesAt`: when it ends by itself, with its `leaveCause`; both null or none. `reason`: why it is suspended or why the
 * committee ends it, for the member to read.
 */
export interface Membership {
  readonly state: MembershipState
  readonly leavesAt: Instant | null
  readonly leaveCause: LeaveCause | null
  /** When the member is reminded of a last day that somebody stated; null: never, or it is done. */
  readonly remindAt: Instant | null
  /** While suspended: when that ends by itself. */
  readonly suspendedUntil: Instant | null
  readonly reason: string | null
  readonly endedAt: Instant | null
  /** Days of suspension that count against `suspendWithinDays`, and the last of them; null: none count. */
  readonly silenced: { readonly days: number; readonly lastOn: DateOn } | null
}

/** Days in which a member who leaves may think better of it. Our default; shown on the page that asks. */
export const regretDays = 7

/** Days after an end that the committee stated before what was left is erased: time to mend an error. Our default. */
export const mendDays = 7

export type MembershipViolation =
  | { readonly code: 'membership-ended' }
  | { readonly code: 'role-held'; readonly roles: readonly Role[] }
  | { readonly code: 'already-leaving' | 'not-leaving' | 'not-yours-to-stay' }
  | { readonly code: 'already-suspended' | 'nothing-to-resume' | 'own-membership' | 'reason-needed' }
  | { readonly code: 'last-day-passed' | 'last-day-too-far' | 'not-due' | 'not-a-tenant' | 'reminder-not-due' }
  | { readonly code: 'suspended-long-enough'; readonly daysLeft: number }

type Changed<M extends Membership> = Result<M, MembershipViolation>

const living = <M extends Membership>(membership: M, change: () => Changed<M>): Changed<M> =>
  membership.state === 'ended' ? refused({ code: 'membership-ended' }) : change()

/** Days before a stated last day on which the member is reminded. Our default. */
export const remindBeforeDays = 14

/** Nobody has said that it ends. */
const staying = { leavesAt: null, leaveCause: null, remindAt: null } as const

/** It ends when `lastDayOn` is over in Asia/Shanghai; a reminder comes before, where there is time for one. */
const endingAfter = (lastDayOn: DateOn, leaveCause: LeaveCause, now: Instant) => {
  const remindAt = startOf(addDays(lastDayOn, -remindBeforeDays))
  return { leavesAt: startOf(addDays(lastDayOn, 1)), leaveCause, remindAt: remindAt > now ? remindAt : null }
}

/** Whether what stands is the member's own word and theirs to change. */
const isOwnWord = ({ leaveCause }: Membership): boolean => leaveCause === 'left' || leaveCause === 'leaseEnds'

/**
 * The member leaves: it ends `regretDays` × 24 hours after `now` (PIPL 15, 47; 网络数据安全管理条例 24). Refused while a
 * living community role is held there: that is handed over first. A suspended member may leave too, and a tenant before the
 * lease is over. What the committee has already planned stays planned.
 */
export const leave = <M extends Membership>(
  membership: M,
  at: { readonly rolesHeld: readonly Role[]; readonly now: Instant },
): Changed<M> =>
  living(membership, () => {
    if (at.rolesHeld.length > 0) return refused({ code: 'role-held', roles: at.rolesHeld })
    if (membership.leavesAt !== null && membership.leaveCause !== 'leaseEnds')
      return refused({ code: 'already-leaving' })
    const leavesAt = addMs(at.now, regretDays * msPerDay)
    return ok({ ...membership, leavesAt, leaveCause: 'left', remindAt: null })
  })

/** The member thought better of it, before `leavesAt`. An end that the committee stated is the committee's to take back. */
export const stay = <M extends Membership>(membership: M): Changed<M> =>
  living(membership, () => {
    if (membership.leavesAt === null) return refused({ code: 'not-leaving' })
    if (!isOwnWord(membership)) return refused({ code: 'not-yours-to-stay' })
    return ok({ ...membership, ...staying })
  })

/** Who may state the last day of the own lease: a tenant of whom nobody has said yet that they go. */
export const mayStateLastDay = (membership: Membership, tenure: Tenure | null): boolean =>
  membership.state !== 'ended' &&
  tenure === 'tenant' &&
  (membership.leavesAt === null || membership.leaveCause === 'leaseEnds')

/**
 * A tenant states the last day of the lease: the membership ends by itself when that day is over in Asia/Shanghai. Today is
 * taken, a day before it and one beyond `lastDayWithinDays` are refused. Stated again it replaces the day before; `stay` takes
 * it back. A wish to leave and what the committee stated stand before it. A role is no hindrance: it ends for itself.
 */
export const stateLastDay = <M extends Membership>(
  membership: M,
  by: { readonly tenure: Tenure | null; readonly lastDayOn: DateOn; readonly now: Instant },
): Changed<M> =>
  living(membership, () => {
    if (by.tenure !== 'tenant') return refused({ code: 'not-a-tenant' })
    if (!mayStateLastDay(membership, by.tenure)) return refused({ code: 'already-leaving' })
    const outside = outsideOf(by.lastDayOn, by.now)
    return outside ?? ok({ ...membership, ...endingAfter(by.lastDayOn, 'leaseEnds', by.now) })
  })

/** One reminder of a stated last day, from `remindAt` on. */
export const remindOfEnd = <M extends Membership>(membership: M, now: Instant): Changed<M> =>
  living(membership, () =>
    membership.remindAt === null || now.getTime() < membership.remindAt.getTime()
      ? refused({ code: 'reminder-not-due' })
      : ok({ ...membership, remindAt: null }),
  )

/** Nobody decides about their own membership in a role, and never without a reason that says something. */
const decided = <M extends Membership>(
  membership: M,
  by: { readonly isOwn: boolean; readonly reason: string },
  change: (reason: string) => Changed<M>,
): Changed<M> =>
  living(membership, () => {
    if (by.isOwn) return refused({ code: 'own-membership' })
    const reason = by.reason.trim()
    return isStatedReason(reason) ? change(reason) : refused({ code: 'reason-needed' })
  })

/**
 * Days for which a committee may suspend somebody, one suspension or several together: nobody loses the way to an answer within
 * 24 hours for longer by the word of those who have to answer. A committee has no power to punish (城市居民委员会组织法); what is
 * unlawful is stopped and reported as such (网络安全法 49). Our bound; no source sets one.
 */
export const suspendWithinDays = 90

/** Days without a suspension after which earlier ones count no more. Our bound. */
export const forgottenAfterDays = 183

/** Days of suspension that are left to the committee on `today`. */
export const suspensionDaysLeft = ({ silenced }: Membership, today: DateOn): number =>
  silenced === null || today > addDays(silenced.lastOn, forgottenAfterDays)
    ? suspendWithinDays
    : Math.max(0, suspendWithinDays - silenced.days)

/**
 * The committee suspends until `lastDayOn` is over in Asia/Shanghai (that day included): the member goes on reading and
 * writes nothing. Refused for a day before today, and for more days than `suspensionDaysLeft`, today and the last day included.
 */
export const suspend = <M extends Membership>(
  membership: M,
  by: { readonly isOwn: boolean; readonly reason: string; readonly lastDayOn: DateOn; readonly now: Instant },
): Changed<M> =>
  decided(membership, by, (reason) => {
    if (membership.state === 'suspended') return refused({ code: 'already-suspended' })
    const today = dateOnIn(by.now)
    if (by.lastDayOn < today) return refused({ code: 'last-day-passed' })
    const daysLeft = suspensionDaysLeft(membership, today)
    if (by.lastDayOn >= addDays(today, daysLeft)) return refused({ code: 'suspended-long-enough', daysLeft })
    const days = suspendWithinDays - daysLeft + daysFrom(today, by.lastDayOn) + 1
    const suspendedUntil = startOf(addDays(by.lastDayOn, 1))
    return ok({ ...membership, state: 'suspended', reason, suspendedUntil, silenced: { days, lastOn: by.lastDayOn } })
  })

/** The days of a suspension that is taken back before its last day count no more; the present one does. */
const spokenAgain = ({ silenced, suspendedUntil }: Membership, now: Instant): Membership['silenced'] => {
  const today = dateOnIn(now)
  if (silenced === null || suspendedUntil === null || silenced.lastOn <= today) return silenced
  return { days: silenced.days - daysFrom(today, silenced.lastOn), lastOn: today }
}

/** An end that the committee stated and that has not come yet. */
const isPlanned = (membership: Membership): boolean => membership.leavesAt !== null && !isOwnWord(membership)

/** Time lifts a suspension at `suspendedUntil`, that instant included. The reason of a stated end stays. */
export const lift = <M extends Membership>(membership: M, now: Instant): Changed<M> =>
  living(membership, () => {
    const { state, suspendedUntil } = membership
    if (state !== 'suspended' || suspendedUntil === null || now.getTime() < suspendedUntil.getTime())
      return refused({ code: 'not-due' })
    const reason = isPlanned(membership) ? membership.reason : null
    return ok({ ...membership, state: 'active', suspendedUntil: null, reason })
  })

/** What the committee may do about a member. */
export const memberActs = ['suspend', 'resume', 'end', 'movePhone'] as const
export type MemberAct = (typeof memberActs)[number]

/**
 * The acts that are open now. None about oneself. `outranked`: the member holds a role that the actor could not have
 * granted; a new phone for them is given by the level above.
 */
export const actsOn = (
  membership: Membership,
  by: { readonly isOwn: boolean; readonly outranked: boolean; readonly today: DateOn },
): MemberAct[] => {
  if (membership.state === 'ended' || by.isOwn) return []
  const isSuspended = membership.state === 'suspended'
  const open: Record<MemberAct, boolean> = {
    suspend: !isSuspended && suspensionDaysLeft(membership, by.today) > 0,
    resume: isSuspended || isPlanned(membership),
    end: true,
    movePhone: !by.outranked,
  }
  return memberActs.filter((act) => open[act])
}

/** The committee takes back a suspension, or an end that it stated and that has not come yet. A wish to leave stays. */
export const resume = <M extends Membership>(
  membership: M,
  by: { readonly isOwn: boolean; readonly now: Instant },
): Changed<M> =>
  living(membership, () => {
    if (by.isOwn) return refused({ code: 'own-membership' })
    const planned = isPlanned(membership)
    if (membership.state !== 'suspended' && !planned) return refused({ code: 'nothing-to-resume' })
    const silenced = spokenAgain(membership, by.now)
    return ok({
      ...membership,
      state: 'active',
      reason: null,
      suspendedUntil: null,
      silenced,
      ...(planned ? staying : {}),
    })
  })

/** How far ahead a last day may be stated, in days: a tenancy is agreed for twenty years at most (Civil Code art. 705). */
export const lastDayWithinDays = 20 * 366

const outsideOf = (lastDayOn: DateOn, now: Instant): Result<never, MembershipViolation> | undefined => {
  const today = dateOnIn(now)
  if (lastDayOn < today) return refused({ code: 'last-day-passed' })
  return lastDayOn > addDays(today, lastDayWithinDays) ? refused({ code: 'last-day-too-far' }) : undefined
}

/**
 * The committee states the last day: moved away, or the tenancy ends. The membership ends when that day is over in
 * Asia/Shanghai; a last day before today is refused, today is taken. Replaces a wish to leave and an earlier last day,
 * also the member's own.
 */
export const planEnd = <M extends Membership>(
  membership: M,
  by: {
    readonly isOwn: boolean
    readonly reason: string
    readonly cause: Exclude<LeaveCause, 'left' | 'leaseEnds'>
    readonly lastDayOn: DateOn
    readonly now: Instant
  },
): Changed<M> =>
  decided(membership, by, (reason) => {
    const outside = outsideOf(by.lastDayOn, by.now)
    return outside ?? ok({ ...membership, ...endingAfter(by.lastDayOn, by.cause, by.now), reason })
  })

/** Ends it once `leavesAt` has come (that instant included), and says from when on what was left may be erased. */
export const end = <M extends Membership>(
  membership: M,
  now: Instant,
): Result<{ readonly membership: M; readonly eraseAt: Instant }, MembershipViolation> => {
  if (membership.state === 'ended') return refused({ code: 'membership-ended' })
  if (membership.leavesAt === null || now.getTime() < membership.leavesAt.getTime()) return refused({ code: 'not-due' })
  const eraseAt = membership.leaveCause === 'left' ? now : addMs(now, mendDays * msPerDay)
  return ok({ membership: { ...membership, state: 'ended', endedAt: now, remindAt: null }, eraseAt })
}
