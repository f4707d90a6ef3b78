import type { allowHelper, recordHelper, stopHelper } from '@shequtong/contract/assisted'
import type { Command } from '../../http/call.ts'
import { type MembershipRow, toShow } from '../../memberships/public.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'

/** Two people of one dwelling; for anybody else the helper is not there. */
const sameDwelling = (member: MembershipRow, helper: MembershipRow): void => {
  if (helper.membershipId === member.membershipId) throw new Refusal('rule-refused', { code: 'own-membership' })
  if (member.dwellingId === null || helper.dwellingId !== member.dwellingId) throw notFound()
}

const put = async (
  tx: Tx,
  communityId: number,
  membershipId: string,
  helperMembershipId: string,
  recordedBy: string | null,
  now: Date,
): Promise<{ done: true }> => {
  const member = await toShow(tx, communityId, membershipId)
  sameDwelling(member, await toShow(tx, communityId, helperMembershipId))
  await tx.run(
    `insert into helper_consents (community_id, helper_consent_id, membership_id, helper_membership_id, given_at, recorded_by_role_grant_id)
     values ($1, $6, $2, $3, $4, $5)
     on conflict (community_id, membership_id, helper_membership_id) where ended_at is null do nothing`,
    [communityId, membershipId, helperMembershipId, now, recordedBy, newId()],
  )
  return { done: true }
}

export const allow: Command<typeof allowHelper> = (tx, { actor, place, input, now }) =>
  put(tx, place.communityId, actor.membershipId ?? '', input.body.helperMembershipId, null, now)

/** Taken down at the counter, for somebody who opens no screen. */
export const record: Command<typeof recordHelper> = (tx, { actor, place, input, now }) => {
  const { membershipId, helperMembershipId } = input.body
  return put(tx, place.communityId, membershipId, helperMembershipId, actor.roleGrantId ?? null, now)
}

export const stop: Command<typeof stopHelper> = async (tx, { actor, place, input, now }) => {
  const ended = await tx.run(
    `update helper_consents set ended_at = $4
     where community_id = $1 and membership_id = $2 and helper_membership_id = $3 and ended_at is null`,
    [place.communityId, actor.membershipId, input.body.helperMembershipId, now],
  )
  if (ended === 0) throw notFound()
  return { done: true }
}
