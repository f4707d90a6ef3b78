import type { LeaveCause, Membership } from '@shequtong/domain/memberships/membership'
import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { MembershipState } from '@shequtong/domain/roles/hats'
import type { DateOn } from '@shequtong/domain/time'

/** Columns of `memberships` with the words of the dwelling beside them. */
export interface MembershipRow {
  communityId: number
  membershipId: string
  personId: string
  registrationId: string
  dwellingId: string | null
  memberKind: MemberKind
  tenure: Tenure | null
  shownName: string
  buildingName: string | null
  party: boolean
  state: MembershipState
  startedAt: Date
  endedAt: Date | null
  leavesAt: Date | null
  leaveCause: LeaveCause | null
  leaveRemindAt: Date | null
  suspendedUntil: Date | null
  suspendedDays: number | null
  suspendedLastOn: DateOn | null
  reason: string | null
  guardianMembershipId: string | null
  staircaseName: string | null
  room: string | null
}

export const membershipSelect = `
  select m.community_id as "communityId", m.membership_id as "membershipId", m.person_id as "personId",
    m.registration_id as "registrationId", m.dwelling_id as "dwellingId", m.member_kind as "memberKind", m.tenure,
    m.shown_name as "shownName", m.building_name as "buildingName", m.party, m.state, m.started_at as "startedAt",
    m.ended_at as "endedAt", m.leaves_at as "leavesAt", m.leave_cause as "leaveCause", m.leave_remind_at as "leaveRemindAt",
    m.suspended_until as "suspendedUntil", m.suspended_days as "suspendedDays", m.suspended_last_on::text as "suspendedLastOn", m.reason,
    m.guardian_membership_id as "guardianMembershipId", s.name as "staircaseName", d.room
  from memberships m
  left join dwellings d on d.community_id = m.community_id and d.dwelling_id = m.dwelling_id
  left join staircases s on s.community_id = m.community_id and s.staircase_id = d.staircase_id`

export const toDomain = (row: MembershipRow): Membership => ({
  state: row.state,
  leavesAt: row.leavesAt,
  leaveCause: row.leaveCause,
  remindAt: row.leaveRemindAt,
  suspendedUntil: row.suspendedUntil,
  reason: row.reason,
  endedAt: row.endedAt,
  silenced:
    row.suspendedDays === null || row.suspendedLastOn === null
      ? null
      : { days: row.suspendedDays, lastOn: row.suspendedLastOn },
})

/** The columns that the rules decide about. */
export const columnsOf = (membership: Membership) => ({
  state: membership.state,
  leavesAt: membership.leavesAt,
  leaveCause: membership.leaveCause,
  leaveRemindAt: membership.remindAt,
  suspendedUntil: membership.suspendedUntil,
  reason: membership.reason,
  endedAt: membership.endedAt,
  suspendedDays: membership.silenced?.days ?? null,
  suspendedLastOn: membership.silenced?.lastOn ?? null,
})
