import type { registerOnBehalf } from '@shequtong/contract/assisted'
import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import { checkTravelDocument } from '@shequtong/domain/identity/travel-document'
import { dateOnIn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import type { Services } from '../../http/services.ts'
import type { Tx } from '../../platform/database/db.ts'
import { invalid, Refusal } from '../../platform/refusal.ts'
import { fileRegistration } from '../../registrations/public.ts'
import { createPerson } from '../../sessions/public.ts'
import { provenPhone } from '../../sign-in/public.ts'
import { attachPaper } from '../paper.ts'
import { issueReceipt, registrationReceipt } from '../receipts.ts'

type Body = Parameters<Command<typeof registerOnBehalf>>[1]['input']['body']

/**
 * Who it is: the person of this document, else of this phone, else somebody new. A phone whose person has papers of their
 * own is a relative's and is refused, so that nobody's name is written over at a counter.
 */
const personFor = async (tx: Tx, services: Services, body: Body, phone: string | null, now: Date): Promise<string> => {
  const { vault } = services
  const checked =
    body.documentKind === 'citizenId'
      ? checkCitizenIdNumber(body.documentNumber, dateOnIn(now))
      : checkTravelDocument(body.documentKind, body.documentNumber)
  if (!checked.ok) throw invalid('/documentNumber', checked.violation.code)
  const byDocument = await vault.findPersonByDocument(tx, body.documentKind, checked.value.number)
  const byPhone = phone === null ? null : await vault.findPersonByPhone(tx, phone)
  const taken = new Refusal('already-exists', { code: 'phone-taken' })
  if (byDocument !== null && byPhone !== null && byDocument !== byPhone) throw taken
  const personId = byDocument ?? byPhone ?? (await createPerson(tx, now))
  const [known] = await vault.masks(tx, [personId])
  if (byDocument === null && byPhone !== null && (known?.documentNumber ?? null) !== null) throw taken
  // who has a phone here already changes it at the desk for lost phones, where the old number is told
  if (phone !== null && byPhone === null) {
    if ((known?.phone ?? null) !== null) throw new Refusal('already-exists', { code: 'other-phone-known' })
    const put = await vault.putPhone(tx, personId, phone, now)
    if (!put.ok) throw taken
  }
  return personId
}

/** Files a claim from the signed paper. It waits like every other, and another member of the committee decides. */
export const register: Command<typeof registerOnBehalf> = async (tx, call) => {
  const { actor, now, place, input, services } = call
  const { compoundId, phone: given, presence, paperPhotoIds, ...claim } = input.body
  if (actor.roleGrantId === undefined) throw new Refusal('not-permitted')
  const known = await tx.maybe(`select 1 from compounds where community_id = $1 and compound_id = $2`, [
    place.communityId,
    compoundId,
  ])
  if (known === undefined) throw invalid('/compoundId', 'compound-unknown')
  const phone =
    given === null ? null : await provenPhone(services, { phone: given.number, code: given.code }, now, '/phone/number')
  const personId = await personFor(tx, services, input.body, phone, now)
  const at = { communityId: place.communityId, compoundId }
  const { registrationId } = await fileRegistration(tx, services, at, claim, {
    personId,
    byPersonId: actor.personId,
    guardianPersonId: null,
    onBehalf: { roleGrantId: actor.roleGrantId, presence },
    now,
  })
  await attachPaper(tx, { communityId: place.communityId, registrationId, uploadedBy: actor.personId }, paperPhotoIds)
  await issueReceipt(tx, { communityId: place.communityId, kind: 'registration', subjectId: registrationId }, now)
  const receipt = await registrationReceipt(tx, services, place.communityId, registrationId)
  if (phone !== null)
    call.afterCommit(async () =>
      services.sms?.send({
        to: phone,
        template: 'registrationReceipt',
        values: { community: receipt.communityName, code: receipt.code, url: receipt.url },
      }),
    )
  return receipt
}
