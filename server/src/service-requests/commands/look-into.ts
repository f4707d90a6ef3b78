import type { lookIntoServiceRequest } from '@shequtong/contract/service-requests'
import { mayLookInto } from '@shequtong/domain/service-requests/participants'
import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import type { Command } from '../../http/call.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { participantOf } from '../access.ts'
import { appendFact } from '../facts.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from '../row.ts'
import { save } from '../save.ts'
import { lookedInto, thread } from '../thread.ts'

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
