import type { importRoll } from '@shequtong/contract/dwelling-roll'
import type { Command } from '../../http/call.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toManage } from '../access.ts'
import { importRoll as write } from '../import.ts'
import { planOf } from '../plan.ts'
import { isRollType, uploadedRoll } from '../uploaded.ts'

/** All good dwellings in one transaction. With `skipBad` a dwelling with a bad line keeps what it has, whole. */
export const importUploaded: Command<typeof importRoll> = async (tx, { place, input, http, services, now }) => {
  const compound = await toManage(tx, place.communityId, input.params.compoundId)
  if (!isRollType(http.request.headers['content-type'])) throw new Refusal('unsupported-media')
  const roll = await uploadedRoll(input.body, now)
  if (roll.badRows > 0 && input.query.skipBad !== 'true')
    throw new Refusal('rule-refused', { code: 'roll-has-bad-rows' })
  const plan = await planOf(tx, compound, roll)
  await write(tx, services.vault, compound, roll.dwellings)
  return plan
}
