import type { FiledRow, RequestFiling } from '@shequtong/contract/assisted'
import { checkConfirming, type Presence } from '@shequtong/domain/memberships/helping'
import type { MembershipState } from '@shequtong/domain/roles/hats'
import { decide } from '@shequtong/domain/roles/permissions'
import type { ServiceRequestState } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Services } from '../http/services.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import { titleOf } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import { paperOfRequest } from './paper.ts'
import { receiptUrl } from './receipts.ts'

interface FiledRequest {
  serviceRequestId: string
  text: string
  place: string
  state: ServiceRequestState
  presence: Presence | null
  submittedAt: Date
  deadlineAt: Date
  resolvedAt: Date | null
  shownName: string
  askerState: MembershipState
  filedByShownName: string
  resultByRoleGrantId: string | null
  code: string | null
  communityName: string
}

/** What was filed for somebody, as far as the actor may speak for them: the committee for everybody ($2 is null). */
const filedSql = `
  select r.service_request_id as "serviceRequestId", r.text, r.place, r.state, r.presence,
    r.submitted_at as "submittedAt", r.deadline_at as "deadlineAt", r.resolved_at as "resolvedAt",
    m.shown_name as "shownName", m.state as "askerState", coalesce(fg.shown_name, fm.shown_name) as "filedByShownName",
    e.by_role_grant_id as "resultByRoleGrantId", p.code, c.short_name as "communityName"
  from service_requests r
  join communities c using (community_id)
  join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
  left join memberships fm on fm.community_id = r.community_id and fm.membership_id = r.filed_by_membership_id
  left join role_grants fg on fg.role_grant_id = r.filed_by_role_grant_id
  left join service_request_entries e on e.community_id = r.community_id and e.entry_id = r.answer_entry_id
  left join receipts p on p.community_id = r.community_id and p.kind = 'serviceRequest' and p.subject_id = r.service_request_id
  where r.community_id = $1 and (r.filed_by_membership_id is not null or r.filed_by_role_grant_id is not null)
    and ($2::uuid is null or (m.state <> 'ended' and exists (
      select from memberships h where h.community_id = m.community_id and h.membership_id = $2 and h.dwelling_id = m.dwelling_id
        and (m.guardian_membership_id = h.membership_id or exists (
          select from helper_consents k where k.community_id = h.community_id and k.membership_id = m.membership_id
            and k.helper_membership_id = h.membership_id and k.ended_at is null)))))`

/** Why the actor may not confirm on the asker's word, whatever the state; null: they may. */
const obstacleOf = (row: FiledRequest, actor: Actor): RequestFiling['obstacle'] => {
  if (row.askerState !== 'active') return 'asker-not-active'
  const helperStatedResult = actor.roleGrantId !== undefined && row.resultByRoleGrantId === actor.roleGrantId
  const confirming = checkConfirming({ filedOnBehalf: true, helperStatedResult })
  return confirming.ok ? null : 'own-result'
}

/** How a request came to be filed for somebody, its receipt to print again, and whether their word may be given now. */
export const requestFiling = async (
  db: Db,
  services: Services,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
): Promise<RequestFiling> => {
  const { communityId } = place
  const row = await db.maybe<FiledRequest>(`${filedSql} and r.service_request_id = $3`, [
    communityId,
    actor.membershipId ?? null,
    serviceRequestId,
  ])
  if (row === undefined || row.code === null) throw notFound()
  const obstacle = obstacleOf(row, actor)
  const seesPaper = decide('registration.assist', actor.hat, place) === 'allowed'
  return {
    code: row.code,
    url: receiptUrl(services, row.code),
    communityName: row.communityName,
    shownName: row.shownName,
    filedAt: row.submittedAt.toISOString(),
    filedByShownName: row.filedByShownName,
    serviceRequestId,
    deadlineAt: row.deadlineAt.toISOString(),
    presence: row.presence,
    paper: seesPaper ? await paperOfRequest(db, communityId, serviceRequestId) : [],
    obstacle,
    mayConfirm: row.state === 'resolved' && obstacle === null,
  }
}

/** What was printed when it was filed. */
export const requestReceipt = async (...asked: Parameters<typeof requestFiling>) => {
  const { code, url, communityName, shownName, filedAt, filedByShownName, serviceRequestId, deadlineAt } =
    await requestFiling(...asked)
  return { code, url, communityName, shownName, filedAt, filedByShownName, serviceRequestId, deadlineAt }
}

const pageSize = 20

/** Results that wait for the word of somebody who opens no screen, the longest waiting first. */
export const awaitingWord = async (db: Db, actor: Actor, communityId: number, cursor: string | undefined) => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const rows = await db.many<FiledRequest & { resolvedAt: Date }>(
    `${filedSql} and r.state = 'resolved'
       and ($3::timestamptz is null or (r.resolved_at, r.service_request_id) > ($3, $4::uuid))
     order by r.resolved_at, r.service_request_id limit ${pageSize + 1}`,
    [
      communityId,
      actor.membershipId ?? null,
      after === undefined ? null : cursorDate(after[0]),
      after === undefined ? null : cursorId(after[1]),
    ],
  )
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return {
    items: items.map(
      (row): FiledRow => ({
        serviceRequestId: row.serviceRequestId,
        title: titleOf(row.text),
        place: row.place,
        shownName: row.shownName,
        resolvedAt: row.resolvedAt.toISOString(),
        obstacle: obstacleOf(row, actor),
      }),
    ),
    nextCursor:
      rows.length > pageSize && last !== undefined
        ? encodeCursor([last.resolvedAt.getTime(), last.serviceRequestId])
        : null,
  }
}
