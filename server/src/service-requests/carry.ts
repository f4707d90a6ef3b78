import { answerCarried, resultCarried } from '@shequtong/domain/service-requests/merging'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../platform/database/db.ts'
import { appendFact } from './facts.ts'
import { type GroupAct, lockParts } from './merged.ts'
import { type ServiceRequestRow, toDomain } from './row.ts'
import { type NewEntry, type Saved, save } from './save.ts'

type Carried = Pick<NewEntry, 'text' | 'inOfficeName'> & { readonly kind: 'answer' | 'result' | 'replyEndorsed' }

/**
 * What was answered to one is answered to everyone whose words are part of it: it stands in their threads, stops their clocks, and a
 * result waits for the word of each. Nothing to do, and nothing asked of the database, where none is. `to`: the whole, as it stands now.
 */
export const carry = async (
  tx: Tx,
  { place, actor, now }: GroupAct,
  whole: ServiceRequestRow,
  to: ServiceRequest,
  { entry: said }: Saved,
  words: Carried,
): Promise<void> => {
  if (whole.mergedCount === 0) return
  const isResult = words.kind === 'result'
  for (const part of await lockParts(tx, whole.communityId, [whole.serviceRequestId])) {
    const request = toDomain(part)
    const after = isResult ? resultCarried(request, to, now) : answerCarried(request, now)
    const handedTo = said === undefined ? {} : { handedTo: said.entryId }
    await save(tx, part, after, { ...words, actor, ...handedTo }, now)
    await appendFact(tx, isResult ? 'service_request.result_carried' : 'service_request.answer_carried', after, {
      place,
      serviceRequestId: part.serviceRequestId,
      byMembershipId: part.byMembershipId,
      byPersonId: actor.personId,
      at: now,
    })
  }
}
