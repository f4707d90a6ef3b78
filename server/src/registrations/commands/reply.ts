import type { replyToAskBack } from '@shequtong/contract/registrations'
import * as rules from '@shequtong/domain/registrations/registration'
import type { Command } from '../../http/call.ts'
import { ownOne } from '../access.ts'
import { notYetHere } from '../file.ts'
import { toDomain } from '../row.ts'
import { saveRegistration, settled } from '../save.ts'
import { registrationView } from '../view.ts'

/** The applicant answers what the committee asked, or hands in again what was refused. */
export const reply: Command<typeof replyToAskBack> = async (tx, { actor, input, now }) => {
  const row = await ownOne(tx, actor.personId, input.params.registrationId, true)
  if (row.state === 'refused') await notYetHere(tx, row.communityId, row.personId)
  const resubmitted = settled(rules.resubmit(toDomain(row), { now }))
  return registrationView(
    await saveRegistration(
      tx,
      row,
      { ...resubmitted, question: row.question },
      'registration.submitted',
      actor.personId,
      now,
      input.body.text,
    ),
  )
}
