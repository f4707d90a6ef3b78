import { checkHelping } from '@shequtong/domain/memberships/helping'
import { type MembershipRow, toShow } from '../memberships/public.ts'
import type { Db } from '../platform/database/db.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'

/** A consent on record between two memberships, or guardianship. */
export const hasConsent = async (
  db: Db,
  communityId: number,
  asker: MembershipRow,
  helperMembershipId: string,
): Promise<boolean> => {
  if (asker.guardianMembershipId === helperMembershipId) return true
  const found = await db.maybe(
    `select 1 from helper_consents
     where community_id = $1 and membership_id = $2 and helper_membership_id = $3 and ended_at is null`,
    [communityId, asker.membershipId, helperMembershipId],
  )
  return found !== undefined
}

/**
 * The one door to speaking for somebody: the member, when the actor may. For a neighbour of another dwelling without a
 * consent the member is not there; ids of memberships are no secret, and this gives away none.
 */
export const toSpeakFor = async (
  db: Db,
  actor: Actor,
  communityId: number,
  membershipId: string,
): Promise<MembershipRow> => {
  const asker = await toShow(db, communityId, membershipId)
  const helper = actor.membershipId === undefined ? undefined : await toShow(db, communityId, actor.membershipId)
  const helping = checkHelping({
    helper: helper === undefined ? 'committee' : 'family',
    asker: asker.state,
    sameDwelling: helper !== undefined && helper.dwellingId !== null && helper.dwellingId === asker.dwellingId,
    hasConsent: helper !== undefined && (await hasConsent(db, communityId, asker, helper.membershipId)),
  })
  if (helping.ok) return asker
  if (helping.violation.code === 'not-same-dwelling') throw notFound()
  throw new Refusal('rule-refused', { code: helping.violation.code })
}
