import { ok, type Result, refused } from '../result.ts'
import type { MembershipState } from '../roles/hats.ts'
import type { Role } from '../roles/roles.ts'
import { isStatedReason } from '../text/stated-reason.ts'
import { addDays, addMs, type DateOn, dateOnIn, type Instant, msPerDay, startOf } from '../time.ts'

/** Why a membership ends: the member's own wish, or what the committee knows. */
export const leaveCauses = ['left', 'movedAway', 'tenancyEnded'] as const
export type LeaveCause = (typeof leaveCauses)[number]

/**
 * `leavesAt`: when it ends by itself, with its `leaveCause`; both null or none. `reason`: why it is suspended or why the
 * committee ends it, for the member to read.
 */
export interface Membership {
  readonly state: MembershipState
  readonly leavesAt: Instant | null
  readonly leaveCause: LeaveCause | null
  /** While suspended: when that ends by itself. */
  readonly suspendedUntil: Instant | null
  readonly reason: string | null
  readonly endedAt: Instant | null
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
  | { readonly code: 'last-day-passed' | 'last-day-too-far' | 'not-due' }

type Changed<M extends Membership> = Result<M, MembershipViolation>

const living = <M extends Membership>(membership: M, change: () => Changed<M>): Changed<M> =>
  membership.state === 'ended' ? refused({ code: 'membership-ended' }) : change()

/**
 * The member leaves: it ends `regretDays` × 24 hours after `now` (PIPL 15, 47; 网络数据安全管理条例 24). Refused while a
 * living community role is held there: that is handed over first. A suspended member may leave too. What the committee has
 * already planned stays planned.
 */
export const leave = <M extends Membership>(
  membership: M,
  at: { readonly rolesHeld: readonly Role[]; readonly now: Instant },
): Changed<M> =>
  living(membership, () => {
    if (at.rolesHeld.length > 0) return refused({ code: 'role-held', roles: at.rolesHeld })
    if (membership.leavesAt !== null) return refused({ code: 'already-leaving' })
    return ok({ ...membership, leavesAt: addMs(at.now, regretDays * msPerDay), leaveCause: 'left' })
  })

/** The member thought better of it, before `leavesAt`. An end that the committee stated is the committee's to take back. */
export const stay = <M extends Membership>(membership: M): Changed<M> =>
  living(membership, () => {
    if (membership.leavesAt === null) return refused({ code: 'not-leaving' })
    if (membership.leaveCause !== 'left') return refused({ code: 'not-yours-to-stay' })
    return ok({ ...membership, leavesAt: null, leaveCause: null })
  })

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

/** Longest suspension in days, today included: nobody is silenced for ever without somebody deciding again. Our default. */
export const suspendWithinDays = 366

/**
 * The committee suspends until `lastDayOn` is over in Asia/Shanghai (that day included): the member goes on reading and
 * writes nothing. Refused for a day before today and for one beyond `suspendWithinDays`.
 */
export const suspend = <M extends Membership>(
  membership: M,
  by: { readonly isOwn: boolean; readonly reason: string; readonly lastDayOn: DateOn; readonly now: Instant },
): Changed<M> =>
  decided(membership, by, (reason) => {
    if (membership.state === 'suspended') return refused({ code: 'already-suspended' })
    const today = dateOnIn(by.now)
    if (by.lastDayOn < today) return refused({ code: 'last-day-passed' })
    if (by.lastDayOn >= addDays(today, suspendWithinDays)) return refused({ code: 'last-day-too-far' })
    return ok({ ...membership, state: 'suspended', reason, suspendedUntil: startOf(addDays(by.lastDayOn, 1)) })
  })

/** An end that the committee stated and that has not come yet. */
const isPlanned = (membership: Membership): boolean => membership.leavesAt !== null && membership.leaveCause !== 'left'

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
  by: { readonly isOwn: boolean; readonly outranked: boolean },
): MemberAct[] => {
  if (membership.state === 'ended' || by.isOwn) return []
  const isSuspended = membership.state === 'suspended'
  const open: Record<MemberAct, boolean> = {
    suspend: !isSuspended,
    resume: isSuspended || isPlanned(membership),
    end: true,
    movePhone: !by.outranked,
  }
  return memberActs.filter((act) => open[act])
}

/** The committee takes back a suspension, or an end that it stated and that has not come yet. A wish to leave stays. */
export const resume = <M extends Membership>(membership: M, by: { readonly isOwn: boolean }): Changed<M> =>
  living(membership, () => {
    if (by.isOwn) return refused({ code: 'own-membership' })
    const planned = isPlanned(membership)
    if (membership.state !== 'suspended' && !planned) return refused({ code: 'nothing-to-resume' })
    const rest = planned ? { leavesAt: null, leaveCause: null } : {}
    return ok({ ...membership, state: 'active', reason: null, suspendedUntil: null, ...rest })
  })

/** How far ahead a last day may be stated, in days: a tenancy is agreed for twenty years at most (Civil Code art. 705). */
export const lastDayWithinDays = 20 * 366

/**
 * The committee states the last day: moved away, or the tenancy ends. The membership ends when that day is over in
 * Asia/Shanghai; a last day before today is refused, today is taken. Replaces a wish to leave and an earlier last day.
 */
export const planEnd = <M extends Membership>(
  membership: M,
  by: {
    readonly isOwn: boolean
    readonly reason: string
    readonly cause: Exclude<LeaveCause, 'left'>
    readonly lastDayOn: DateOn
    readonly now: Instant
  },
): Changed<M> =>
  decided(membership, by, (reason) => {
    const today = dateOnIn(by.now)
    if (by.lastDayOn < today) return refused({ code: 'last-day-passed' })
    if (by.lastDayOn > addDays(today, lastDayWithinDays)) return refused({ code: 'last-day-too-far' })
    return ok({ ...membership, leavesAt: startOf(addDays(by.lastDayOn, 1)), leaveCause: by.cause, reason })
  })

/** Ends it once `leavesAt` has come (that instant included), and says from when on what was left may be erased. */
export const end = <M extends Membership>(
  membership: M,
  now: Instant,
): Result<{ readonly membership: M; readonly eraseAt: Instant }, MembershipViolation> => {
  if (membership.state === 'ended') return refused({ code: 'membership-ended' })
  if (membership.leavesAt === null || now.getTime() < membership.leavesAt.getTime()) return refused({ code: 'not-due' })
  const eraseAt = membership.leaveCause === 'left' ? now : addMs(now, mendDays * msPerDay)
  return ok({ membership: { ...membership, state: 'ended', endedAt: now }, eraseAt })
}
