import type { register as contract } from '@shequtong/contract/registrations'
import type { Command } from '../../http/call.ts'
import { loadCurrentCode } from '../../join/public.ts'
import { createPerson } from '../../sessions/public.ts'
import { fileRegistration } from '../file.ts'
import { registrationView } from '../view.ts'

/**
 * Registers with the compound whose code was scanned and no other. A child under 14 is registered by the guardian, with
 * the guardian's own membership, and becomes a person of their own.
 */
export const register: Command<typeof contract> = async (tx, { actor, now, input, services }) => {
  const code = await loadCurrentCode(tx, input.params.code)
  const isWard = input.body.guardianMembershipId !== null
  const personId = isWard ? await createPerson(tx, now) : actor.personId
  const row = await fileRegistration(tx, services, code, input.body, {
    personId,
    byPersonId: actor.personId,
    guardianPersonId: isWard ? actor.personId : null,
    onBehalf: null,
    now,
  })
  return registrationView(row)
}
