import type { moveMyPhone, movePhoneAtDesk } from '@shequtong/contract/memberships'
import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import { checkTravelDocument } from '@shequtong/domain/identity/travel-document'
import { mayEraseNow } from '@shequtong/domain/memberships/erasure'
import type { Role } from '@shequtong/domain/roles/roles'
import { dateOnIn } from '@shequtong/domain/time'
import { erasePerson, type PhotoPlace, standing } from '../../erasure/public.ts'
import type { Command } from '../../http/call.ts'
import type { Services } from '../../http/services.ts'
import { removePhotoFiles } from '../../photos/public.ts'
import { type Tx, transaction } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { append } from '../../platform/outbox/append.ts'
import { invalid, Refusal } from '../../platform/refusal.ts'
import { withdrawOpen } from '../../registrations/public.ts'
import { provenPhone } from '../../sign-in/public.ts'
import { toChange } from '../access.ts'
import { isOutranked } from '../queries.ts'
import { factOf } from '../save.ts'

/**
 * Puts the phone in the place of the one before, signs every other device out and tells the old number, so that whoever
 * did not ask for it learns of it.
 */
const putPhone = async (
  tx: Tx,
  services: Services,
  to: { readonly personId: string; readonly phone: string; readonly keptSessionId: string | null },
  now: Date,
): Promise<() => Promise<void>> => {
  const before = (await services.vault.deliveryAddresses(tx, to.personId)).phone
  const put = await services.vault.putPhone(tx, to.personId, to.phone, now)
  if (!put.ok) throw new Refusal('already-exists', { code: put.violation.code })
  await tx.run(
    `update sessions set revoked_at = $2 where person_id = $1 and revoked_at is null and session_id is distinct from $3::uuid`,
    [to.personId, now, to.keptSessionId],
  )
  return async () => {
    if (before !== null && before !== to.phone)
      await services.sms?.send({ to: before, template: 'phoneMoved', values: { to: to.phone.slice(-4) } })
  }
}

export const moveOwnPhone: Command<typeof moveMyPhone> = async (tx, { actor, input, now, services, afterCommit }) => {
  const phone = await provenPhone(services, input.body, now)
  afterCommit(await putPhone(tx, services, { personId: actor.personId, phone, keptSessionId: actor.sessionId }, now))
  return { done: true }
}

const documentIn = (kind: DocumentKind, text: string, now: Date): string => {
  const checked = kind === 'citizenId' ? checkCitizenIdNumber(text, dateOnIn(now)) : checkTravelDocument(kind, text)
  if (!checked.ok) throw invalid('/documentNumber', checked.violation.code)
  return checked.value.number
}

/**
 * The phone may be that of a second account, which its owner made when the first was lost: nobody's, or one that claims the
 * document now on the desk. It is given up for the first; anybody else's phone stays theirs.
 */
const giveUpDouble = async (
  tx: Tx,
  { vault }: Services,
  to: { readonly personId: string; readonly phone: string; readonly documentNumber: string },
  now: Date,
): Promise<readonly PhotoPlace[]> => {
  const doubleId = await vault.findPersonByPhone(tx, to.phone)
  if (doubleId === null || doubleId === to.personId) return []
  if (!mayEraseNow(await standing(tx, doubleId, now)).ok) return []
  const named = (await vault.ownIdentity(tx, doubleId))?.identity ?? null
  if (named !== null && named.documentNumber !== to.documentNumber) return []
  await withdrawOpen(tx, doubleId, now)
  return erasePerson(tx, vault, doubleId, now)
}

/** A role that the actor could not have granted is not theirs to take over by a new phone either: the level above does it. */
const refuseHigherRoles = async (tx: Tx, personId: string, by: Role): Promise<void> => {
  if (await isOutranked(tx, personId, by)) throw new Refusal('rule-refused', { code: 'role-held' })
}

/**
 * The lost phone, with the person at the desk. That the document was compared is a look-up, kept also when it differs and
 * the move is refused: a transaction of its own.
 */
export const moveAtDesk: Command<typeof movePhoneAtDesk> = async (tx, call) => {
  const { actor, input, now, place, services } = call
  const { body } = input
  if (actor.hat?.type !== 'role') throw new Refusal('not-permitted')
  const { role } = actor.hat
  const row = await toChange(tx, place.communityId, input.params.membershipId)
  if (row.personId === actor.personId) throw new Refusal('rule-refused', { code: 'own-membership' })
  await refuseHigherRoles(tx, row.personId, role)
  const number = documentIn(body.documentKind, body.documentNumber, now)
  const phone = await provenPhone(services, body, now)
  await transaction(services.pool, async (own) => {
    const logged = await services.vault.recordLookUps(own, [row.personId], ['documentNumber'], {
      personId: actor.personId,
      asRole: role,
      communityId: place.communityId,
      occasion: 'screen',
      reason: body.reason,
      now,
    })
    if (!logged.ok) throw invalid('/reason', logged.violation.code)
    await append(own, {
      communityId: place.communityId,
      type: 'identity.looked_up',
      aggregateId: newId(),
      byPersonId: actor.personId,
      payload: { subjectPersonId: row.personId, fields: ['documentNumber'] },
      at: now,
    })
  })
  const holder = await services.vault.findPersonByDocument(tx, body.documentKind, number)
  if (holder !== row.personId) throw new Refusal('rule-refused', { code: 'document-differs' })
  const photos = await giveUpDouble(tx, services, { personId: row.personId, phone, documentNumber: number }, now)
  call.afterCommit(await putPhone(tx, services, { personId: row.personId, phone, keptSessionId: null }, now))
  call.afterCommit(() => removePhotoFiles(services.photos, photos))
  if (body.forgetWechat) await services.vault.removeOpenids(tx, row.personId)
  await append(tx, {
    communityId: place.communityId,
    type: 'membership.phone_moved',
    aggregateId: row.membershipId,
    byPersonId: actor.personId,
    payload: factOf(row, place),
    at: now,
  })
  return { done: true }
}
