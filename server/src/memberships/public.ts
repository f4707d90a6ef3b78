/** What registrations, jobs and what is filed on behalf of somebody need of memberships. */
export { toShow } from './access.ts'
export { endDue } from './commands/end-due.ts'
export { liftDue } from './commands/lift-due.ts'
export { remindOfEnd } from './commands/remind-of-end.ts'
export { isKeptElsewhere } from './queries.ts'
export type { MembershipRow } from './row.ts'

import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { append } from '../platform/outbox/append.ts'
import { wearIfBare } from '../sessions/public.ts'

/** What a membership takes over from its registration. */
interface ApprovedRegistration {
  readonly registrationId: string
  readonly personId: string
  readonly compoundId: string
  readonly dwellingId: string | null
  readonly memberKind: MemberKind
  readonly tenure: Tenure | null
  readonly shownName: string
  readonly buildingName: string | null
  readonly consents: readonly string[]
  readonly guardianMembershipId: string | null
}

/** Makes a neighbour of an approved registration, in the transaction that approves it. */
export const startMembership = async (
  tx: Tx,
  place: CommunityPlace,
  registration: ApprovedRegistration,
  now: Date,
): Promise<string> => {
  const membershipId = newId()
  const party = registration.consents.includes('partyBadge')
  await tx.run(
    `insert into memberships (community_id, membership_id, person_id, registration_id, compound_id, dwelling_id, member_kind,
       tenure, shown_name, building_name, party, state, started_at, guardian_membership_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'active', $12, $13)`,
    [
      place.communityId,
      membershipId,
      registration.personId,
      registration.registrationId,
      registration.compoundId,
      registration.dwellingId,
      registration.memberKind,
      registration.tenure,
      registration.shownName,
      registration.buildingName,
      party,
      now,
      registration.guardianMembershipId,
    ],
  )
  await tx.run(`insert into member_directory (person_id, community_id, membership_id) values ($1, $2, $3)`, [
    registration.personId,
    place.communityId,
    membershipId,
  ])
  await wearIfBare(tx, registration.personId, place.communityId, membershipId)
  await append(tx, {
    communityId: place.communityId,
    type: 'membership.started',
    aggregateId: membershipId,
    byPersonId: registration.personId,
    payload: {
      subdistrictId: place.subdistrictId,
      districtId: place.districtId,
      memberKind: registration.memberKind,
      tenure: registration.tenure,
      dwellingId: registration.dwellingId,
      party,
    },
    at: now,
  })
  return membershipId
}
