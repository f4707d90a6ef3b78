import type { EventType } from '@shequtong/contract/events'
import type { Registration } from '@shequtong/domain/registrations/registration'
import type { Result } from '@shequtong/domain/result'
import type { Tx } from '../platform/database/db.ts'
import { append } from '../platform/outbox/append.ts'
import { Refusal } from '../platform/refusal.ts'
import type { RegistrationRow } from './row.ts'

/** The value of a rule, or its violation as a registered problem. */
export const settled = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  const violation = result.violation as { code: string; from?: string; allowed?: readonly string[] }
  if (violation.code === 'transition-refused')
    throw new Refusal('transition-refused', { from: violation.from ?? '', allowed: [...(violation.allowed ?? [])] })
  throw new Refusal('rule-refused', { code: violation.code })
}

/** Writes the registration as the rules left it, with its fact. Returns the row as it stands now. */
export const saveRegistration = async (
  tx: Tx,
  row: RegistrationRow,
  to: Registration,
  type: EventType,
  byPersonId: string,
  now: Date,
  reply: string | null = row.reply,
): Promise<RegistrationRow> => {
  await tx.run(
    `update registrations set state = $3, last_returned_at = $4, question = $5, refusal_reason = $6, decided_at = $7,
       decided_by = $8, reply = $9, version = version + 1
     where community_id = $1 and registration_id = $2`,
    [
      row.communityId,
      row.registrationId,
      to.state,
      to.lastReturnedAt,
      to.question,
      to.refusalReason,
      to.decidedAt,
      to.decidedBy,
      reply,
    ],
  )
  await append(tx, {
    communityId: row.communityId,
    type,
    aggregateId: row.registrationId,
    byPersonId,
    payload: { state: to.state, applicantPersonId: row.personId },
    at: now,
  })
  return { ...row, ...to, reply }
}
