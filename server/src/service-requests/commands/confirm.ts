import type { confirmServiceRequest } from '@shequtong/contract/service-requests'
import { maySee } from '@shequtong/domain/service-requests/participants'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { ServiceRequestState } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../sessions/actor.ts'
import { participantOf, toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { type NewEntry, save } from '../save.ts'
import { thread } from '../thread.ts'

/**
 * A helper's confirmation on the asker's word, with what they said and how: loaded and locked; `helperMay` refuses, and what the
 * helper cannot see is then not there at all. Returns the new state.
 */
export const confirmFor = async (
  tx: Tx,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
  word: Pick<NewEntry, 'text' | 'handedTo'>,
  helperMay: (found: HelpersView) => Promise<void>,
  now: Date,
): Promise<ServiceRequestState> => {
  const row = await tx.maybe<ServiceRequestRow & HelpersView>(
    `select ${rowColumns}, coalesce(r.filed_by_membership_id, r.filed_by_role_grant_id) is not null as "filedOnBehalf",
       e.by_role_grant_id as "resultByRoleGrantId"
     from service_requests r
     left join service_request_entries e on e.community_id = r.community_id and e.entry_id = r.answer_entry_id
     where r.community_id = $1 and r.service_request_id = $2 for update of r`,
    [place.communityId, serviceRequestId],
  )
  if (row === undefined) throw notFound()
  const request = toDomain(row)
  await helperMay(row).catch((error: unknown) => {
    throw error instanceof Refusal && !maySee(participantOf(actor, row), request, place) ? notFound() : error
  })
  const done = rules.confirm(request, now)
  if (!done.ok) throw refuse(done.violation)
  await save(tx, row, done.value, { kind: 'confirmation', actor, ...word, forMembershipId: row.byMembershipId }, now)
  await appendFact(tx, 'service_request.confirmed', done.value, {
    place,
    serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return done.value.state
}

/** What decides whether a helper may confirm. */
export interface HelpersView {
  readonly byMembershipId: string
  readonly filedOnBehalf: boolean
  readonly resultByRoleGrantId: string | null
}

/** The asker confirms the result. */
export const confirm: Command<typeof confirmServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'confirm')
  const done = rules.confirm(request, now)
  if (!done.ok) throw refuse(done.violation)
  await save(tx, row, done.value, { kind: 'confirmation', actor, text: '' }, now)
  await appendFact(tx, 'service_request.confirmed', done.value, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return thread(tx, actor, place, row.serviceRequestId)
}
