import type { checkRoll } from '@shequtong/contract/dwelling-roll'
import type { Command } from '../../http/call.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toManage } from '../access.ts'
import { planOf } from '../plan.ts'
import { isRollType, uploadedRoll } from '../uploaded.ts'

/** Dry run: reads everything, writes nothing. */
export const check: Command<typeof checkRoll> = async (tx, { place, input, http, now }) => {
  const compound = await toManage(tx, place.communityId, input.params.compoundId)
  if (!isRollType(http.request.headers['content-type'])) throw new Refusal('unsupported-media')
  return planOf(tx, compound, await uploadedRoll(input.body, now))
}
