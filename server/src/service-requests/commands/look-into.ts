import type { lookIntoServiceRequest, ServiceRequestView } from '@shequtong/contract/service-requests'
import { isLookValid, mayLookInto } from '@shequtong/domain/service-requests/participants'
import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import type { Call, Command } from '../../http/call.ts'
import { invalid, notFound, Refusal } from '../../platform/refusal.ts'
import { participantOf } from '../access.ts'
import { appendFact } from '../facts.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { save } from '../save.ts'
import { lookedInto, thread, threadAgain } from '../thread.ts'

/**
 * An officer opens a private request that was not escalated: the reason is written into the thread first, where the asker
 * reads it, and the thread is given in this one reply. What the officer sees anyhow leaves no line.
 */
export const lookInto: Command<typeof lookIntoServiceRequest> = async (tx, { actor, now, place, input }) => {
  const { serviceRequestId } = input.params
  const row = await tx.maybe<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r where r.community_id = $1 and r.service_request_id = $2 for update`,
    [place.communityId, serviceRequestId],
  )
  if (row === undefined) throw notFound()
  const request = toDomain(row)
  if (!mayLookInto(participantOf(actor, row), request, place)) return thread(tx, actor, place, serviceRequestId)
  if (!isStatedReason(input.body.reason)) throw invalid('/reason', 'reason-not-stated')
  await save(tx, row, request, { kind: 'lookedInto', actor, text: input.body.reason }, now)
  await appendFact(tx, 'service_request.looked_into', request, {
    place,
    serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
  })
  return lookedInto(tx, actor, place, serviceRequestId)
}

/** The same look once more, because its reply was lost: as long as it is valid. What is seen anyhow needs none. */
const again = async (
  { db, actor, now, place }: Call<typeof lookIntoServiceRequest>,
  serviceRequestId: string,
): Promise<ServiceRequestView> => {
  const row = await db.maybe<ServiceRequestRow & { lookedAt: Date | null }>(
    `select ${rowColumns}, (select max(l.at) from service_request_entries l where l.community_id = r.community_id
         and l.service_request_id = r.service_request_id and l.kind = 'lookedInto' and l.by_role_grant_id = $3) as "lookedAt"
     from service_requests r where r.community_id = $1 and r.service_request_id = $2`,
    [place.communityId, serviceRequestId, actor.roleGrantId ?? null],
  )
  if (row === undefined) throw notFound()
  if (!mayLookInto(participantOf(actor, row), toDomain(row), place)) return thread(db, actor, place, serviceRequestId)
  if (row.lookedAt === null || !isLookValid(row.lookedAt, now)) throw new Refusal('done-already')
  return lookedInto(db, actor, place, serviceRequestId)
}

export const lookedIntoAgain = { about: threadAgain.about, again }
