import type { LeavingView, leaveCommunity, stateLastDay, stayInCommunity } from '@shequtong/contract/memberships'
import * as rules from '@shequtong/domain/memberships/membership'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { DateOn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import type { Services } from '../../http/services.ts'
import type { Tx } from '../../platform/database/db.ts'
import { notFound } from '../../platform/refusal.ts'
import { ownPlace, toChange } from '../access.ts'
import { leaving, rolesHeld } from '../queries.ts'
import type { MembershipRow } from '../row.ts'
import { toDomain } from '../row.ts'
import { saveMembership, settled } from '../save.ts'

interface Own {
  readonly row: MembershipRow
  readonly place: CommunityPlace & { readonly shortName: string }
}

const ownLocked = async (tx: Tx, services: Services, personId: string, membershipId: string): Promise<Own> => {
  const communityId = await ownPlace(tx, personId, membershipId)
  const row = await toChange(tx, communityId, membershipId)
  const place = await services.territory.community(communityId)
  if (place === undefined) throw notFound()
  return { row, place }
}

/** Leave: nothing changes for the days of regret but the date; the sweep does the rest. */
export const leave: Command<typeof leaveCommunity> = async (
  tx,
  { actor, input, now, services },
): Promise<LeavingView> => {
  const { row, place } = await ownLocked(tx, services, actor.personId, input.params.membershipId)
  const held = await rolesHeld(tx, actor.personId, row.communityId, now)
  const left = settled(rules.leave(toDomain(row), { rolesHeld: held.map(({ role }) => role), now }))
  const fact = { type: 'membership.leaving', place, byPersonId: actor.personId } as const
  return leaving(tx, await saveMembership(tx, row, left, fact, now), place.shortName, now)
}

export const stay: Command<typeof stayInCommunity> = async (tx, { actor, input, now, services }) => {
  const { row, place } = await ownLocked(tx, services, actor.personId, input.params.membershipId)
  const stayed = settled(rules.stay(toDomain(row)))
  const fact = { type: 'membership.stayed', place, byPersonId: actor.personId } as const
  return leaving(tx, await saveMembership(tx, row, stayed, fact, now), place.shortName, now)
}

/** A tenant states when the lease is over; the sweep reminds them of it and ends it. */
export const lastDay: Command<typeof stateLastDay> = async (tx, { actor, input, now, services }) => {
  const { row, place } = await ownLocked(tx, services, actor.personId, input.params.membershipId)
  const lastDayOn = input.body.lastDayOn as DateOn
  const stated = settled(rules.stateLastDay(toDomain(row), { tenure: row.tenure, lastDayOn, now }))
  const fact = { type: 'membership.last_day_stated', place, byPersonId: actor.personId } as const
  return leaving(tx, await saveMembership(tx, row, stated, fact, now), place.shortName, now)
}
