import type { HandOverRole } from '@shequtong/domain/roles/roles'
import { nextAlert } from '@shequtong/domain/service-requests/clock-alerts'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type {
  ClockAlert,
  HandlingLevel,
  Outcome,
  ServiceRequestKind,
  ServiceRequestState,
  SuspensionKind,
  Visibility,
} from '@shequtong/domain/service-requests/states'

/** Columns of `service_requests`, as pg gives them under these names. */
export interface ServiceRequestRow {
  communityId: number
  serviceRequestId: string
  boardId: string | null
  kind: ServiceRequestKind
  visibility: Visibility
  state: ServiceRequestState
  level: HandlingLevel
  text: string
  place: string
  region: string | null
  byMembershipId: string
  submittedAt: Date
  readAt: Date | null
  answeredAt: Date | null
  resolvedAt: Date | null
  endedAt: Date | null
  clockStartedAt: Date
  deadlineAt: Date
  pausedAt: Date | null
  stoppedAt: Date | null
  pausedMs: number
  clockAlerted: ClockAlert | null
  suspensionKind: SuspensionKind | null
  suspendedSince: Date | null
  suspendedUntil: Date | null
  suspensionRemindAt: Date | null
  outcome: Outcome | null
  onwardOwner: string | null
  responsibleRole: HandOverRole
  /** All three, or none. */
  offeredRole: HandOverRole | null
  offeredAt: Date | null
  offerLapsesAt: Date | null
  assigneeRoleGrantId: string | null
  /** Who filed it on the asker's word: family whose consent still lasts, or a holder of a role. */
  helperMembershipId: string | null
  helperRoleGrantId: string | null
  reopenedCount: number
  entryCount: number
  supporterCount: number
  mergedIntoId: string | null
  mergedCount: number
  pulledForwardMs: number
  version: number
}

/** Family that filed it, as long as the asker's consent or the guardianship lasts. */
export const helperMembership = `case when r.filed_by_membership_id is not null and (
      exists (select from helper_consents hc where hc.community_id = r.community_id and hc.membership_id = r.by_membership_id
        and hc.helper_membership_id = r.filed_by_membership_id and hc.ended_at is null)
      or exists (select from memberships hm where hm.community_id = r.community_id and hm.membership_id = r.by_membership_id
        and hm.guardian_membership_id = r.filed_by_membership_id))
    then r.filed_by_membership_id end`

export const rowColumns = `
  r.community_id as "communityId", r.service_request_id as "serviceRequestId",
  r.board_id as "boardId", r.kind, r.visibility, r.state, r.level,
  r.text, r.place, r.region, r.by_membership_id as "byMembershipId", r.submitted_at as "submittedAt", r.read_at as "readAt",
  r.answered_at as "answeredAt", r.resolved_at as "resolvedAt", r.ended_at as "endedAt",
  r.clock_started_at as "clockStartedAt", r.deadline_at as "deadlineAt", r.paused_at as "pausedAt",
  r.stopped_at as "stoppedAt", r.paused_ms::float8 as "pausedMs", r.clock_alerted as "clockAlerted", r.suspension_kind as "suspensionKind", r.suspended_since as "suspendedSince",
  r.suspended_until as "suspendedUntil", r.suspension_remind_at as "suspensionRemindAt", r.outcome,
  r.onward_owner as "onwardOwner", r.responsible_role as "responsibleRole",
  r.offered_role as "offeredRole", r.offered_at as "offeredAt", r.offer_lapses_at as "offerLapsesAt",
  r.assignee_role_grant_id as "assigneeRoleGrantId", ${helperMembership} as "helperMembershipId",
  r.filed_by_role_grant_id as "helperRoleGrantId", r.reopened_count as "reopenedCount", r.entry_count as "entryCount",
  r.supporter_count as "supporterCount", r.merged_into_id as "mergedIntoId", r.merged_count as "mergedCount",
  r.pulled_forward_ms::float8 as "pulledForwardMs",
  r.version`

/** What the rules decide of a row; the inverse of `toDomain`. */
export const columnsOf = (to: ServiceRequest) => ({
  state: to.state,
  level: to.level,
  readAt: to.readAt ?? null,
  answeredAt: to.answeredAt ?? null,
  resolvedAt: to.resolvedAt ?? null,
  endedAt: to.endedAt ?? null,
  clockStartedAt: to.clock.startedAt,
  deadlineAt: to.clock.deadlineAt,
  pausedAt: to.clock.pausedAt ?? null,
  stoppedAt: to.clock.stoppedAt ?? null,
  pausedMs: to.clock.pausedMs,
  clockAlerted: to.clock.alerted ?? null,
  // what is part of another one is told of by that one's clock
  clockAlertAt: to.state === 'merged' ? null : (nextAlert(to.clock)?.at ?? null),
  suspensionKind: to.suspension?.kind ?? null,
  suspendedSince: to.suspension?.since ?? null,
  suspendedUntil: to.suspension?.until ?? null,
  suspensionRemindAt: to.suspension?.remindAt ?? null,
  outcome: to.outcome ?? null,
  onwardOwner: to.onwardOwner ?? null,
  responsibleRole: to.responsibleRole,
  offeredRole: to.offer?.toRole ?? null,
  offeredAt: to.offer?.offeredAt ?? null,
  offerLapsesAt: to.offer?.lapsesAt ?? null,
  reopenedCount: to.reopenedCount,
})

/** The row as the rules see it. */
export const toDomain = (row: ServiceRequestRow): ServiceRequest => ({
  kind: row.kind,
  visibility: row.visibility,
  state: row.state,
  level: row.level,
  clock: {
    startedAt: row.clockStartedAt,
    deadlineAt: row.deadlineAt,
    pausedAt: row.pausedAt ?? undefined,
    stoppedAt: row.stoppedAt ?? undefined,
    pausedMs: row.pausedMs,
    alerted: row.clockAlerted ?? undefined,
  },
  submittedAt: row.submittedAt,
  readAt: row.readAt ?? undefined,
  answeredAt: row.answeredAt ?? undefined,
  resolvedAt: row.resolvedAt ?? undefined,
  endedAt: row.endedAt ?? undefined,
  suspension:
    row.suspensionKind === null || row.suspendedSince === null
      ? undefined
      : {
          kind: row.suspensionKind,
          since: row.suspendedSince,
          until: row.suspendedUntil ?? undefined,
          remindAt: row.suspensionRemindAt ?? undefined,
        },
  outcome: row.outcome ?? undefined,
  onwardOwner: row.onwardOwner ?? undefined,
  responsibleRole: row.responsibleRole,
  offer:
    row.offeredRole === null || row.offeredAt === null || row.offerLapsesAt === null
      ? undefined
      : { toRole: row.offeredRole, offeredAt: row.offeredAt, lapsesAt: row.offerLapsesAt },
  reopenedCount: row.reopenedCount,
})
