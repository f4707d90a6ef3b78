import type { splitServiceRequest } from '@shequtong/contract/merging'
import { split as splits } from '@shequtong/domain/service-requests/merging'
import type { Command } from '../../http/call.ts'
import { tell, toActAsPart } from '../merged.ts'
import { partFrom } from '../part.ts'
import { refuse } from '../refuse.ts'
import { thread } from '../thread.ts'

/** 拆开: what was merged goes on by itself, and its voices with it. */
export const split: Command<typeof splitServiceRequest> = async (tx, { actor, now, place, input }) => {
  const { serviceRequestId } = input.params
  const act = { place, actor, now }
  const { whole, row, request } = await toActAsPart(tx, actor, place, serviceRequestId, 'split')
  const done = splits(request)
  if (!done.ok) throw refuse(done.violation)
  if (whole !== undefined) {
    await tell(tx, act, row, done.value, 'split', whole.serviceRequestId)
    await partFrom(tx, act, whole, serviceRequestId)
  }
  return thread(tx, actor, place, serviceRequestId)
}
