import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { EntryKind } from '@shequtong/domain/service-requests/states'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import type { ServiceRequestRow } from './row.ts'

export interface NewEntry {
  readonly kind: EntryKind
  readonly actor: Actor | undefined
  readonly text: string
  readonly inOfficeName?: boolean
  readonly handedTo?: string
  readonly photoIds?: readonly string[]
  /** The member in whose name the actor writes, on their word. */
  readonly forMembershipId?: string
}

/** Gives uploaded photos of this person a place; a photo belongs to one thing only. */
export const attachPhotos = async (
  tx: Tx,
  actor: Actor,
  at: { communityId: number; serviceRequestId: string; entryId: string | undefined },
  photoIds: readonly string[],
): Promise<void> => {
  if (photoIds.length === 0) return
  const attached = await tx.run(
    `update photos p set service_request_id = $2, entry_id = $3, position = given.position
     from unnest($4::uuid[]) with ordinality as given (photo_id, position)
     where p.community_id = $1 and p.photo_id = given.photo_id and p.uploaded_by = $5
       and p.service_request_id is null and p.registration_id is null and p.paper_of_service_request_id is null`,
    [at.communityId, at.serviceRequestId, at.entryId ?? null, photoIds, actor.personId],
  )
  if (attached !== photoIds.length) throw invalid('/photoIds', 'photo-unknown')
}

/** Writes the request as the rules left it together with the new entry of its thread, if there is one. */
export const save = async (
  tx: Tx,
  row: ServiceRequestRow,
  to: ServiceRequest,
  entry: NewEntry | undefined,
  now: Date,
  assigneeRoleGrantId: string | null = row.assigneeRoleGrantId,
): Promise<void> => {
  const entryId = entry === undefined ? undefined : newId()
  const forMembershipId = entry?.forMembershipId
  const writer = entry?.actor
  const answers = entry?.kind === 'answer' || entry?.kind === 'result'
  await tx.run(
    `with changed as (
       update service_requests set state = $3, level = $4, read_at = $5, answered_at = $6, resolved_at = $7, ended_at = $8,
         clock_started_at = $9, deadline_at = $10, paused_at = $11, stopped_at = $12, suspension_kind = $13,
         suspended_since = $14, outcome = $15, onward_owner = $16, responsible_role = $17, assignee_role_grant_id = $18,
         reopened_count = $19, entry_count = entry_count + case when $20::uuid is null then 0 else 1 end,
         answer_entry_id = case when $21 then $20::uuid else answer_entry_id end, version = version + 1
       where community_id = $1 and service_request_id = $2
       returning community_id, service_request_id, entry_count)
     insert into service_request_entries (community_id, entry_id, service_request_id, number, kind, by_membership_id,
       by_role_grant_id, in_office_name, text, handed_to, at, filed_by_membership_id, filed_by_role_grant_id)
     select community_id, $20, service_request_id, entry_count, $22, $23, $24, $25, $26, $27, $28, $29, $30 from changed where $20 is not null`,
    [
      row.communityId,
      row.serviceRequestId,
      to.state,
      to.level,
      to.readAt ?? null,
      to.answeredAt ?? null,
      to.resolvedAt ?? null,
      to.endedAt ?? null,
      to.clock.startedAt,
      to.clock.deadlineAt,
      to.clock.pausedAt ?? null,
      to.clock.stoppedAt ?? null,
      to.suspension?.kind ?? null,
      to.suspension?.since ?? null,
      to.outcome ?? null,
      to.onwardOwner ?? null,
      to.responsibleRole,
      assigneeRoleGrantId,
      to.reopenedCount,
      entryId ?? null,
      answers,
      entry?.kind ?? null,
      forMembershipId ?? writer?.membershipId ?? null,
      forMembershipId === undefined ? (writer?.roleGrantId ?? null) : null,
      entry?.inOfficeName ?? false,
      entry?.text ?? '',
      entry?.handedTo ?? null,
      now,
      forMembershipId === undefined ? null : (writer?.membershipId ?? null),
      forMembershipId === undefined ? null : (writer?.roleGrantId ?? null),
    ],
  )
  if (entryId !== undefined && entry?.actor !== undefined && entry.photoIds !== undefined)
    await attachPhotos(
      tx,
      entry.actor,
      { communityId: row.communityId, serviceRequestId: row.serviceRequestId, entryId },
      entry.photoIds,
    )
}
