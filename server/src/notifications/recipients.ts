import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Hat } from '@shequtong/domain/roles/hats'
import type { Role } from '@shequtong/domain/roles/roles'
import { maySee } from '@shequtong/domain/service-requests/participants'
import type { HandlingLevel } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { ServiceRequestAfter } from '../jobs/service-request-fact.ts'
import type { Tx } from '../platform/database/db.ts'
import { holderOfGrant, holdersOf, officersOf } from '../roles/public.ts'

export const committeeOf = async (tx: Tx, communityId: number, roles: readonly Role[], now: Date): Promise<string[]> =>
  (await holdersOf(tx, communityId, roles, now)).map(({ personId }) => personId)

export const holdersOfRole = async (tx: Tx, communityId: number, role: Role, now: Date): Promise<string[]> =>
  (await holdersOf(tx, communityId, [role], now)).map(({ personId }) => personId)

export const assigneeOf = async (tx: Tx, roleGrantId: string, now: Date): Promise<string[]> => {
  const holder = await holderOfGrant(tx, roleGrantId, now)
  return holder === undefined ? [] : [holder.personId]
}

/** The officers of the level that has it now; nobody while it is the community's. */
export const officersAbove = async (
  tx: Tx,
  place: CommunityPlace,
  level: HandlingLevel,
  now: Date,
): Promise<string[]> => {
  if (level === 'community') return []
  const territoryId = level === 'district' ? place.districtId : place.subdistrictId
  return (await officersOf(tx, level, territoryId, now)).map(({ personId }) => personId)
}

/** The asker, as long as they belong to the community. */
export const askerOf = async (tx: Tx, communityId: number, membershipId: string): Promise<string[]> => {
  const asker = await tx.maybe<{ personId: string }>(
    `select person_id as "personId" from memberships where community_id = $1 and membership_id = $2 and state <> 'ended'`,
    [communityId, membershipId],
  )
  return asker === undefined ? [] : [asker.personId]
}

/**
 * Who had said 我也是 by `at` and still belongs to the community; suspended members read on. Not the asker of what is part
 * of it, or had this result with it: they are told of their own.
 */
export const supportersOf = async (
  tx: Tx,
  communityId: number,
  serviceRequestId: string,
  at: Date,
): Promise<string[]> =>
  (
    await tx.many<{ personId: string }>(
      `select distinct m.person_id as "personId" from service_request_supporters s
       join memberships m on m.community_id = s.community_id and m.membership_id = s.membership_id and m.state <> 'ended'
       where s.community_id = $1 and s.service_request_id = $2 and s.at <= $3 and not exists (
         select from service_requests d
         join service_requests r on r.community_id = d.community_id and r.service_request_id = d.merged_into_id
         where d.community_id = $1 and d.merged_into_id = $2 and d.by_membership_id = s.membership_id
           and (d.state = 'merged' or d.resolved_at = r.resolved_at))`,
      [communityId, serviceRequestId, at],
    )
  ).map(({ personId }) => personId)

interface Speaker {
  personId: string
  membershipId: string | null
  roleGrantId: string | null
  memberState: 'active' | 'suspended' | null
  memberKind: MemberKind | null
  tenure: Tenure | null
  role: Role | null
}

/** More than these are not told one by one: such a thread is read in the feed. */
const maxSpeakers = 200

const speakersSql = `
  select distinct m.person_id as "personId", m.membership_id as "membershipId", null::uuid as "roleGrantId", m.state as "memberState",
    m.member_kind as "memberKind", m.tenure, null as role
  from service_request_entries e
  join memberships m on m.community_id = e.community_id and m.membership_id = e.by_membership_id and m.state <> 'ended'
  where e.community_id = $1 and e.service_request_id = $2 and e.kind = any($3) and e.at <= $4
  union
  select distinct g.person_id, null::uuid, g.role_grant_id, null, null, null, g.role
  from service_request_entries e
  join role_grants g on g.role_grant_id = e.by_role_grant_id and g.level = 'community' and g.ended_at is null
    and (g.ends_on is null or g.ends_on >= ($4::timestamptz at time zone 'Asia/Shanghai')::date)
  where e.community_id = $1 and e.service_request_id = $2 and e.kind = any($3) and e.at <= $4
  limit ${maxSpeakers}`

const spoken = ['reply', 'answer', 'receipt', 'askBack', 'result']

const hatOf = (speaker: Speaker, place: CommunityPlace): Hat | undefined => {
  if (speaker.role !== null)
    return { type: 'role', role: speaker.role, level: 'community', territoryId: place.communityId }
  if (speaker.memberState === null || speaker.memberKind === null) return undefined
  return { type: 'member', place, state: speaker.memberState, kind: speaker.memberKind, tenure: speaker.tenure }
}

/** Whose hats have more to do with a request than others of their kind. */
export interface Concerned {
  readonly assigneeRoleGrantId: string | null
  readonly helperRoleGrantId: string | null
}

/** Who spoke in the thread until `at` and may see it now. */
export const speakersOf = async (
  tx: Tx,
  place: CommunityPlace,
  serviceRequestId: string,
  after: ServiceRequestAfter,
  concerned: Concerned | undefined,
  at: Date,
): Promise<string[]> => {
  const speakers = await tx.many<Speaker>(speakersSql, [place.communityId, serviceRequestId, spoken, at])
  return speakers
    .filter((speaker) => {
      const hat = hatOf(speaker, place)
      if (hat === undefined) return false
      const isAsker = speaker.membershipId === after.byMembershipId
      const isRole = speaker.roleGrantId !== null
      const isHelper = isRole && speaker.roleGrantId === concerned?.helperRoleGrantId
      const isAssignee = isRole && speaker.roleGrantId === concerned?.assigneeRoleGrantId
      return maySee({ hat, isAsker, isHelper, isAssignee }, after, place)
    })
    .map(({ personId }) => personId)
}
