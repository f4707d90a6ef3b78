import type { eraseMe as contract } from '@shequtong/contract/erasure'
import { mayEraseNow } from '@shequtong/domain/memberships/erasure'
import type { Command } from '../../http/call.ts'
import { removePhotoFiles } from '../../photos/public.ts'
import { Refusal } from '../../platform/refusal.ts'
import { withdrawOpen } from '../../registrations/public.ts'
import { clearSessionCookie } from '../../sessions/public.ts'
import { standing } from '../queries.ts'
import { eraseLeftOf } from './erase-left.ts'
import { erasePerson } from './erase-person.ts'

/** Everything at once: what still waits is withdrawn, what was left behind does not wait for its day. */
export const eraseMe: Command<typeof contract> = async (tx, { actor, now, services, afterCommit, http }) => {
  const { personId } = actor
  // one at a time with whatever makes a neighbour or a cadre of the person
  await tx.one(`select person_id from persons where person_id = $1 for update`, [personId])
  const may = mayEraseNow(await standing(tx, personId, now))
  if (!may.ok) throw new Refusal('rule-refused', { code: may.violation.code })
  await withdrawOpen(tx, personId, now)
  const photos =
    (await eraseLeftOf(tx, services.vault, personId, now)) ?? (await erasePerson(tx, services.vault, personId, now))
  afterCommit(() => removePhotoFiles(services.photos, photos))
  clearSessionCookie(http.reply, services.settings.secureCookies)
  return { done: true }
}
