import type { EventType } from '@shequtong/contract/events'
import type { endMembership, MemberRow, resumeMembership, suspendMembership } from '@shequtong/contract/memberships'
import * as rules from '@shequtong/domain/memberships/membership'
import type { Result } from '@shequtong/domain/result'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { DateOn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import type { Actor } from '../../sessions/actor.ts'
import { toChange } from '../access.ts'
import { toDomain } from '../row.ts'
import { saveMembership, settled } from '../save.ts'
import { memberRow } from '../view.ts'

/** The committee decides about a membership of its community, never about the own one. */
const decide = async (
  tx: Tx,
  call: {
    readonly actor: Actor
    readonly place: CommunityPlace
    readonly now: Date
    readonly input: { readonly params: { readonly membershipId: string } }
  },
  type: EventType,
  rule: (membership: rules.Membership, isOwn: boolean) => Result<rules.Membership, rules.MembershipViolation>,
): Promise<MemberRow> => {
  const row = await toChange(tx, call.place.communityId, call.input.params.membershipId)
  const changed = settled(rule(toDomain(row), row.personId === call.actor.personId))
  const fact = { type, place: call.place, byPersonId: call.actor.personId }
  return memberRow(await saveMembership(tx, row, changed, fact, call.now))
}

export const suspend: Command<typeof suspendMembership> = (tx, call) =>
  decide(tx, call, 'membership.suspended', (membership, isOwn) =>
    rules.suspend(membership, {
      isOwn,
      reason: call.input.body.reason,
      lastDayOn: call.input.body.lastDayOn as DateOn,
      now: call.now,
    }),
  )

export const resume: Command<typeof resumeMembership> = (tx, call) =>
  decide(tx, call, 'membership.resumed', (membership, isOwn) => rules.resume(membership, { isOwn, now: call.now }))

export const planEnd: Command<typeof endMembership> = (tx, call) => {
  const { cause, lastDayOn, reason } = call.input.body
  return decide(tx, call, 'membership.end_planned', (membership, isOwn) =>
    rules.planEnd(membership, { isOwn, reason, cause, lastDayOn: lastDayOn as DateOn, now: call.now }),
  )
}
