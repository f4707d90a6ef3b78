import type { mergeServiceRequests } from '@shequtong/contract/merging'
import { merge as merges, without } from '@shequtong/domain/service-requests/merging'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import { allowedActions, type ServiceRequestState } from '@shequtong/domain/service-requests/states'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Loaded, toAct } from '../access.ts'
import {
  type GroupAct,
  joinVoices,
  lockParts,
  mergingTurn,
  partVoices,
  pointTo,
  tally,
  targetOf,
  tell,
} from '../merged.ts'
import { refuse } from '../refuse.ts'
import { type ServiceRequestRow, toDomain } from '../row.ts'
import { thread } from '../thread.ts'

/** What is part of another one already is not waited for: whoever holds that other one may be waiting for it. */
const refuseParts = async (tx: Tx, communityId: number, ids: readonly string[]): Promise<void> => {
  const part = await tx.maybe<{ state: ServiceRequestState }>(
    `select state from service_requests
     where community_id = $1 and service_request_id = any($2) and merged_into_id is not null limit 1`,
    [communityId, ids],
  )
  if (part !== undefined)
    throw new Refusal('transition-refused', { from: part.state, allowed: allowedActions(part.state) })
}

/** What was part of the duplicate becomes part of the target. */
const takeAlong = async (
  tx: Tx,
  act: GroupAct,
  duplicate: ServiceRequestRow,
  into: string,
  parts: readonly ServiceRequestRow[],
): Promise<void> => {
  const { communityId, serviceRequestId } = duplicate
  for (const part of parts) {
    await joinVoices(tx, communityId, into, part.serviceRequestId, act.now)
    await tell(tx, act, part, toDomain(part), 'merged', into)
  }
  await partVoices(tx, communityId, serviceRequestId, null)
  await tx.run(`update service_requests set merged_into_id = $3 where community_id = $1 and merged_into_id = $2`, [
    communityId,
    serviceRequestId,
    into,
  ])
  await tally(tx, communityId, serviceRequestId, 0)
}

/** 合并: the others go on as part of this one, with every voice and clock; see `domain/src/service-requests/merging.ts`. */
export const merge: Command<typeof mergeServiceRequests> = async (tx, { actor, now, place, input }) => {
  const { communityId } = place
  const into = input.params.serviceRequestId
  const from = [...new Set(input.body.duplicateIds)]
  if (from.includes(into)) throw new Refusal('rule-refused', { code: 'merge-itself' })
  const act = { place, actor, now }
  await mergingTurn(tx, communityId)
  await refuseParts(tx, communityId, [into, ...from])
  const loaded = new Map<string, Loaded>()
  for (const id of [into, ...from].toSorted()) loaded.set(id, await toAct(tx, actor, place, id, 'merge'))
  const rowOf = (id: string) => (loaded.get(id) as Loaded).row
  const parts = await lockParts(tx, communityId, [into, ...from])
  const partsOf = (id: string) => parts.filter(({ mergedIntoId }) => mergedIntoId === id)

  let target = targetOf(rowOf(into))
  let row: ServiceRequestRow = rowOf(into)
  const inside: ServiceRequest[] = partsOf(into).map(toDomain)
  for (const id of from) {
    const itself = without(targetOf(rowOf(id)), [], now).request
    inside.push(...partsOf(id).map(toDomain))
    const done = merges(itself, target, inside, now)
    if (!done.ok) throw refuse(done.violation)
    target = done.value.target
    inside.push(done.value.duplicate)
    await joinVoices(tx, communityId, into, id, now)
    await takeAlong(tx, act, rowOf(id), into, partsOf(id))
    await pointTo(tx, communityId, [id], into)
    await tell(tx, act, rowOf(id), done.value.duplicate, 'merged', into)
    row = await tell(tx, act, row, target.request, 'joined', id)
  }
  await tally(tx, communityId, into, target.pulledForwardMs)
  return thread(tx, actor, place, into)
}
