import { split, without } from '@shequtong/domain/service-requests/merging'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { Tx } from '../platform/database/db.ts'
import { type GroupAct, lockParts, partVoices, pointTo, tally, targetOf, tell } from './merged.ts'
import { type ServiceRequestRow, toDomain } from './row.ts'
import type { HeadRow } from './rows-sql.ts'

/**
 * Takes `partId`, which was written before and is locked, out of the `whole`: its voices, and what its clock pulled forward. `left`: what
 * is still part of it; it has to be locked where `partId` went on as part of it.
 */
export const partFrom = async (tx: Tx, act: GroupAct, whole: HeadRow, partId: string): Promise<void> => {
  const { communityId, serviceRequestId } = whole
  await partVoices(tx, communityId, serviceRequestId, partId)
  await pointTo(tx, communityId, [partId], null)
  const left = await lockParts(tx, communityId, [serviceRequestId])
  const { request, pulledForwardMs } = without(targetOf(whole), left.map(toDomain), act.now)
  await tell(tx, act, whole, request, 'parted', partId)
  await tally(tx, communityId, serviceRequestId, pulledForwardMs)
}

/** The whole is taken back: whatever is part of it goes on by itself. Returns the whole with its own clock. */
export const partAll = async (tx: Tx, act: GroupAct, whole: HeadRow): Promise<ServiceRequest> => {
  const { communityId, serviceRequestId } = whole
  const parts = await lockParts(tx, communityId, [serviceRequestId])
  for (const part of parts) await goOn(tx, act, part, serviceRequestId)
  await partVoices(tx, communityId, serviceRequestId, null)
  // with those that had their result here, and ended
  await tx.run(`update service_requests set merged_into_id = null where community_id = $1 and merged_into_id = $2`, [
    communityId,
    serviceRequestId,
  ])
  await tally(tx, communityId, serviceRequestId, 0)
  return without(targetOf(whole), [], act.now).request
}

/** It goes on where it stood. */
export const goOn = async (tx: Tx, act: GroupAct, part: ServiceRequestRow, wholeId: string): Promise<void> => {
  const done = split(toDomain(part))
  if (done.ok) await tell(tx, act, part, done.value, 'split', wholeId)
}
