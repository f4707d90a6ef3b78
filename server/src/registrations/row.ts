import type { Presence } from '@shequtong/domain/memberships/helping'
import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Registration, RegistrationState } from '@shequtong/domain/registrations/registration'

/** Columns of `registrations` with the words of the dwelling and the community beside them. */
export interface RegistrationRow {
  communityId: number
  registrationId: string
  personId: string
  compoundId: string
  dwellingId: string | null
  memberKind: MemberKind
  tenure: Tenure | null
  shownName: string
  consents: string[]
  state: RegistrationState
  submittedAt: Date
  lastReturnedAt: Date | null
  question: string | null
  reply: string | null
  refusalReason: string | null
  decidedAt: Date | null
  decidedBy: string | null
  filedBy: string | null
  filedByName: string | null
  presence: Presence | null
  guardianPersonId: string | null
  guardianMembershipId: string | null
  exact: boolean
  differing: number
  onRoll: boolean
  communityName: string
  buildingName: string | null
  staircaseName: string | null
  room: string | null
  floorAreaCm2: number | null
}

export const registrationSelect = `
  select r.community_id as "communityId", r.registration_id as "registrationId", r.person_id as "personId",
    r.compound_id as "compoundId", r.dwelling_id as "dwellingId", r.member_kind as "memberKind", r.tenure,
    r.shown_name as "shownName", r.consents, r.state, r.submitted_at as "submittedAt", r.last_returned_at as "lastReturnedAt",
    r.question, r.reply, r.refusal_reason as "refusalReason", r.decided_at as "decidedAt", r.decided_by as "decidedBy",
    r.filed_by as "filedBy", fg.shown_name as "filedByName", r.presence, r.guardian_person_id as "guardianPersonId",
    r.guardian_membership_id as "guardianMembershipId",
    r.exact, r.differing, r.on_roll as "onRoll", c.short_name as "communityName", b.name as "buildingName",
    s.name as "staircaseName", d.room, d.floor_area_cm2 as "floorAreaCm2"
  from registrations r join communities c using (community_id)
  left join dwellings d on d.community_id = r.community_id and d.dwelling_id = r.dwelling_id
  left join staircases s on s.community_id = r.community_id and s.staircase_id = d.staircase_id
  left join buildings b on b.community_id = r.community_id and b.building_id = s.building_id
  left join role_grants fg on fg.role_grant_id = r.filed_by_role_grant_id`

export const toDomain = (row: RegistrationRow): Registration => ({
  state: row.state,
  submittedAt: row.submittedAt,
  lastReturnedAt: row.lastReturnedAt,
  question: row.question,
  refusalReason: row.refusalReason,
  decidedAt: row.decidedAt,
  decidedBy: row.decidedBy,
  filedBy: row.filedBy,
})

/** 92号楼 2单元 502, for those who review; neighbours see the building alone. */
export const dwellingLabel = (row: Pick<RegistrationRow, 'buildingName' | 'staircaseName' | 'room'>): string | null =>
  row.buildingName === null
    ? null
    : [row.buildingName, row.staircaseName, row.room].filter((part) => part !== null).join(' ')
