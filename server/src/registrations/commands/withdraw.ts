import type { withdrawRegistration } from '@shequtong/contract/registrations'
import * as rules from '@shequtong/domain/registrations/registration'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { openOf, ownOne } from '../access.ts'
import { type RegistrationRow, toDomain } from '../row.ts'
import { saveRegistration, settled } from '../save.ts'
import { registrationView } from '../view.ts'

const withdrawOne = (tx: Tx, row: RegistrationRow, byPersonId: string, now: Date): Promise<RegistrationRow> =>
  saveRegistration(tx, row, settled(rules.withdraw(toDomain(row))), 'registration.withdrawn', byPersonId, now)

export const withdraw: Command<typeof withdrawRegistration> = async (tx, { actor, input, now }) => {
  const row = await ownOne(tx, actor.personId, input.params.registrationId, true)
  return registrationView(await withdrawOne(tx, row, actor.personId, now))
}

/** Whatever of the person's still waits for a committee: they want to be forgotten. */
export const withdrawOpen = async (tx: Tx, personId: string, now: Date): Promise<void> => {
  for (const row of await openOf(tx, personId)) await withdrawOne(tx, row, personId, now)
}
