import type { AnyEndpoint, InputOf } from '@shequtong/contract/endpoint'
import type { PhotoView, submitServiceRequest } from '@shequtong/contract/service-requests'
import { guardianBelowAgeYears } from '@shequtong/domain/identity/age'
import type { Presence } from '@shequtong/domain/memberships/helping'
import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import { mayDo } from '@shequtong/domain/registrations/member-rights'
import * as rules from '@shequtong/domain/service-requests/service-request'
import { responsibleOnBoard } from '../boards/public.ts'
import type { Call } from '../http/call.ts'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { appendFact } from './facts.ts'
import { columnsOf, type ServiceRequestRow } from './row.ts'
import { attachPhotos } from './save.ts'

const insertSql = `
  insert into service_requests (community_id, service_request_id, kind, visibility, state, level, text, place, building_id,
    by_membership_id, submitted_at, clock_started_at, deadline_at, responsible_role, filed_by_membership_id,
    filed_by_role_grant_id, presence, staircase_id, clock_alert_at, board_id, region)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`

const knownBuilding = async (tx: Tx, communityId: number, buildingId: string): Promise<void> => {
  const known = await tx.maybe(`select 1 from buildings where community_id = $1 and building_id = $2`, [
    communityId,
    buildingId,
  ])
  if (known === undefined) throw invalid('/buildingId', 'building-unknown')
}

const knownStaircase = async (
  tx: Tx,
  communityId: number,
  buildingId: string | null,
  staircaseId: string,
): Promise<void> => {
  const known = await tx.maybe(
    `select 1 from staircases where community_id = $1 and building_id = $2 and staircase_id = $3`,
    [communityId, buildingId, staircaseId],
  )
  if (known === undefined) throw invalid('/staircaseId', 'staircase-unknown')
}

/** In whose name: a membership of the community; the actor is the member, or a helper who files it for them. */
export interface Asker {
  readonly membershipId: string
  readonly memberKind: MemberKind
  readonly tenure: Tenure | null
}

export interface Filed {
  /** As it stands there now. */
  readonly row: ServiceRequestRow
  readonly photos: PhotoView[]
}

/** Files a service request; its clock starts in the same transaction. Whoever files it for another is named beside it. */
export const fileRequest = async (
  tx: Tx,
  { actor, place, now, services }: Pick<Call<AnyEndpoint>, 'actor' | 'place' | 'now' | 'services'>,
  asker: Asker,
  body: Omit<InputOf<typeof submitServiceRequest>['body'], 'boardId'> & {
    readonly boardId?: string | null
    readonly presence?: Presence
  },
): Promise<Filed> => {
  // Whoever is younger has somebody else to file it for them.
  const right = mayDo(asker.memberKind, asker.tenure, 'submitServiceRequest', guardianBelowAgeYears)
  if (!right.ok) throw new Refusal('rule-refused', { code: right.violation.code })
  if (body.buildingId !== null) await knownBuilding(tx, place.communityId, body.buildingId)
  if (body.staircaseId !== null) await knownStaircase(tx, place.communityId, body.buildingId, body.staircaseId)
  const boardId = body.boardId ?? null
  const responsibleRole = boardId === null ? undefined : await responsibleOnBoard(tx, place, boardId, now)
  const request = rules.submit(
    { ...body, ...(responsibleRole === undefined ? {} : { responsibleRole }) },
    await services.responseRules.answerRule(tx, place, body.kind),
    now,
  )
  const serviceRequestId = newId()
  const columns = columnsOf(request)
  const isOwn = actor.membershipId === asker.membershipId
  tx.send(insertSql, [
    place.communityId,
    serviceRequestId,
    request.kind,
    request.visibility,
    request.state,
    request.level,
    body.text,
    body.place,
    body.buildingId,
    asker.membershipId,
    now,
    request.clock.deadlineAt,
    request.responsibleRole,
    isOwn ? null : (actor.membershipId ?? null),
    isOwn ? null : (actor.roleGrantId ?? null),
    isOwn ? null : (body.presence ?? null),
    body.staircaseId,
    columns.clockAlertAt,
    boardId,
    actor.region ?? null,
  ])
  const at = { communityId: place.communityId, serviceRequestId, entryId: undefined }
  const photos = await attachPhotos(tx, actor, at, body.photoIds)
  await appendFact(tx, 'service_request.submitted', request, {
    place,
    serviceRequestId,
    byMembershipId: asker.membershipId,
    byPersonId: actor.personId,
    at: now,
  })
  const row: ServiceRequestRow = {
    ...columns,
    communityId: place.communityId,
    serviceRequestId,
    boardId,
    kind: request.kind,
    visibility: request.visibility,
    text: body.text,
    place: body.place,
    region: actor.region ?? null,
    byMembershipId: asker.membershipId,
    submittedAt: now,
    assigneeRoleGrantId: null,
    helperMembershipId: isOwn ? null : (actor.membershipId ?? null),
    helperRoleGrantId: isOwn ? null : (actor.roleGrantId ?? null),
    entryCount: 0,
    supporterCount: 0,
    mergedIntoId: null,
    mergedCount: 0,
    pulledForwardMs: 0,
    version: 1,
  }
  return { row, photos }
}
