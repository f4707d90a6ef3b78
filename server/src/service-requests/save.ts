import type { PhotoView } from '@shequtong/contract/service-requests'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { EntryKind } from '@shequtong/domain/service-requests/states'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import { columnsOf, type ServiceRequestRow } from './row.ts'
import type { EntryJson } from './view.ts'

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
): Promise<PhotoView[]> => {
  if (photoIds.length === 0) return []
  const attached = await tx.many<PhotoView & { position: number }>(
    `update photos p set service_request_id = $2, entry_id = $3, position = given.position
     from unnest($4::uuid[]) with ordinality as given (photo_id, position)
     where p.community_id = $1 and p.photo_id = given.photo_id and p.uploaded_by = $5
       and p.service_request_id is null and p.registration_id is null and p.paper_of_service_request_id is null
       and p.post_id is null
     returning p.photo_id as "photoId", p.width_px as "widthPx", p.height_px as "heightPx", p.position`,
    [at.communityId, at.serviceRequestId, at.entryId ?? null, photoIds, actor.personId],
  )
  if (attached.length !== photoIds.length) throw invalid('/photoIds', 'photo-unknown')
  return attached
    .toSorted((one, other) => one.position - other.position)
    .map(({ photoId, widthPx, heightPx }) => ({ photoId, widthPx, heightPx }))
}

/** The new entry as a reading of the thread would give it; one in somebody else's name is read anew. */
const entryOf = (entryId: string, entry: NewEntry, photos: PhotoView[], now: Date): EntryJson | undefined => {
  const { actor } = entry
  if (entry.forMembershipId !== undefined) return undefined
  return {
    entryId,
    kind: entry.kind,
    text: entry.text,
    at: now.toISOString(),
    handedTo: entry.handedTo ?? null,
    inOfficeName: entry.inOfficeName ?? false,
    membershipId: actor?.membershipId ?? null,
    roleGrantId: actor?.roleGrantId ?? null,
    shownName: actor?.shownName ?? null,
    party: actor?.hat?.type === 'member' ? actor.party : null,
    memberState: actor?.hat?.type === 'member' ? actor.hat.state : null,
    role: actor?.hat?.type === 'role' ? actor.hat.role : null,
    filedByName: null,
    filedByRole: null,
    region: actor?.region ?? null,
    photos,
  }
}

/** What stands there after a write, in the same transaction. */
export interface Saved {
  readonly row: ServiceRequestRow
  readonly entry: EntryJson | undefined
}

const changedSql = `
  update service_requests set state = $3, level = $4, read_at = $5, answered_at = $6, resolved_at = $7, ended_at = $8,
    clock_started_at = $9, deadline_at = $10, paused_at = $11, stopped_at = $12, suspension_kind = $13,
    suspended_since = $14, suspended_until = $15, suspension_remind_at = $16, outcome = $17, onward_owner = $18,
    responsible_role = $19, reopened_count = $20, assignee_role_grant_id = $21, entry_count = $22,
    answer_entry_id = coalesce($23, answer_entry_id),
    paused_ms = $24, clock_alerted = $25, clock_alert_at = $26,
    offered_role = $27, offered_at = $28, offer_lapses_at = $29
  where community_id = $1 and service_request_id = $2`

const addedSql = `
  insert into service_request_entries (community_id, entry_id, service_request_id, number, kind, by_membership_id,
    by_role_grant_id, in_office_name, text, handed_to, at, filed_by_membership_id, filed_by_role_grant_id, region)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

const add = async (
  tx: Tx,
  row: ServiceRequestRow,
  entryId: string,
  entry: NewEntry,
  now: Date,
): Promise<PhotoView[]> => {
  const { actor, forMembershipId } = entry
  const inOwnName = forMembershipId === undefined
  tx.send(addedSql, [
    row.communityId,
    entryId,
    row.serviceRequestId,
    row.entryCount,
    entry.kind,
    forMembershipId ?? actor?.membershipId ?? null,
    inOwnName ? (actor?.roleGrantId ?? null) : null,
    entry.inOfficeName ?? false,
    entry.text,
    entry.handedTo ?? null,
    now,
    inOwnName ? null : (actor?.membershipId ?? null),
    inOwnName ? null : (actor?.roleGrantId ?? null),
    actor?.region ?? null,
  ])
  if (actor === undefined) return []
  const at = { communityId: row.communityId, serviceRequestId: row.serviceRequestId, entryId }
  return attachPhotos(tx, actor, at, entry.photoIds ?? [])
}

/**
 * Writes the request, locked as `row`, as the rules left it, together with the new entry of its thread, if there is one. The lock makes
 * known what will stand there, so nobody waits for the database to say it.
 */
export const save = async (
  tx: Tx,
  row: ServiceRequestRow,
  to: ServiceRequest,
  entry: NewEntry | undefined,
  now: Date,
  assigneeRoleGrantId: string | null = row.assigneeRoleGrantId,
): Promise<Saved> => {
  const entryId = entry === undefined ? undefined : newId()
  const columns = columnsOf(to)
  const entryCount = row.entryCount + (entryId === undefined ? 0 : 1)
  const after = { ...row, ...columns, assigneeRoleGrantId, entryCount, version: row.version + 1 }
  const isAnswer = entry?.kind === 'answer' || entry?.kind === 'result'
  tx.send(changedSql, [
    row.communityId,
    row.serviceRequestId,
    columns.state,
    columns.level,
    columns.readAt,
    columns.answeredAt,
    columns.resolvedAt,
    columns.endedAt,
    columns.clockStartedAt,
    columns.deadlineAt,
    columns.pausedAt,
    columns.stoppedAt,
    columns.suspensionKind,
    columns.suspendedSince,
    columns.suspendedUntil,
    columns.suspensionRemindAt,
    columns.outcome,
    columns.onwardOwner,
    columns.responsibleRole,
    columns.reopenedCount,
    assigneeRoleGrantId,
    entryCount,
    isAnswer ? entryId : null,
    columns.pausedMs,
    columns.clockAlerted,
    columns.clockAlertAt,
    columns.offeredRole,
    columns.offeredAt,
    columns.offerLapsesAt,
  ])
  if (entryId === undefined || entry === undefined) return { row: after, entry: undefined }
  const photos = await add(tx, after, entryId, entry, now)
  return { row: after, entry: entryOf(entryId, entry, photos, now) }
}
