import type { register as contract } from '@shequtong/contract/registrations'
import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import { checkShownName } from '@shequtong/domain/identity/shown-name'
import { checkTravelDocument } from '@shequtong/domain/identity/travel-document'
import { checkConsents } from '@shequtong/domain/registrations/consents'
import { checkMemberClaim } from '@shequtong/domain/registrations/member-kinds'
import * as rules from '@shequtong/domain/registrations/registration'
import { type DateOn, dateOnIn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import { loadCurrentCode } from '../../join/public.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { append } from '../../platform/outbox/append.ts'
import { invalid, Refusal } from '../../platform/refusal.ts'
import { ownOne } from '../access.ts'
import { compareClaim } from '../compare.ts'
import { settled } from '../save.ts'
import { registrationView } from '../view.ts'

interface Document {
  readonly number: string
  readonly birthOn: DateOn
}

/** The document as the vault takes it; the refusal names the part that looks wrong. */
const checkDocument = (kind: DocumentKind, number: string, birthOn: string | null, now: Date): Document => {
  if (kind === 'citizenId') {
    const checked = checkCitizenIdNumber(number, dateOnIn(now))
    if (!checked.ok) throw invalid('/documentNumber', checked.violation.code, checked.violation.part ?? '')
    return { number: checked.value.number, birthOn: checked.value.birthOn }
  }
  const checked = checkTravelDocument(kind, number)
  if (!checked.ok) throw invalid('/documentNumber', checked.violation.code)
  if (birthOn === null) throw invalid('/birthOn', 'birth-date-needed')
  if (birthOn > dateOnIn(now)) throw invalid('/birthOn', 'birth-date-in-future')
  return { number: checked.value.number, birthOn: birthOn as DateOn }
}

interface Door {
  label: string
  buildingName: string
}

const doorOf = async (tx: Tx, communityId: number, compoundId: string, dwellingId: string): Promise<Door> => {
  const door = await tx.maybe<Door>(
    `select b.name || ' ' || s.name || ' ' || d.room as label, b.name as "buildingName"
     from dwellings d join staircases s using (community_id, staircase_id) join buildings b using (community_id, building_id)
     where d.community_id = $1 and d.dwelling_id = $2 and b.compound_id = $3`,
    [communityId, dwellingId, compoundId],
  )
  if (door === undefined) throw invalid('/dwellingId', 'dwelling-unknown')
  return door
}

const notYetHere = async (tx: Tx, communityId: number, personId: string): Promise<void> => {
  const member = await tx.maybe(
    `select 1 from memberships where community_id = $1 and person_id = $2 and state <> 'ended'`,
    [communityId, personId],
  )
  if (member !== undefined) throw new Refusal('already-exists', { code: 'already-member' })
  const open = await tx.maybe(
    `select 1 from registrations where community_id = $1 and person_id = $2 and state in ('submitted', 'askedBack')`,
    [communityId, personId],
  )
  if (open !== undefined) throw new Refusal('already-exists', { code: 'registration-open' })
}

/**
 * Registers with the compound whose code was scanned and no other. The name and the document go to the vault; a document
 * that another person holds is refused without a word about whom.
 */
export const register: Command<typeof contract> = async (tx, call) => {
  const { actor, now, input, services } = call
  const { body } = input
  const code = await loadCurrentCode(tx, input.params.code)
  const community = await services.territory.community(code.communityId)
  if (community === undefined) throw new Refusal('not-found')
  const document = checkDocument(body.documentKind, body.documentNumber, body.birthOn, now)
  settled(
    checkMemberClaim({
      memberKind: body.memberKind,
      communityKind: community.kind,
      hasDwelling: body.dwellingId !== null,
      tenure: body.tenure,
    }),
  )
  const declaresParty = body.consents.includes('partyBadge')
  const consents = settled(checkConsents(body.consents, { declaresParty }))
  const door =
    body.dwellingId === null ? undefined : await doorOf(tx, code.communityId, code.compoundId, body.dwellingId)
  const shownName = checkShownName(body.shownName, body.trueName, door?.buildingName)
  if (!shownName.ok) throw invalid('/shownName', shownName.violation.code)
  const registration = settled(rules.submit({ birthOn: document.birthOn, guardianPersonId: null }, now))
  await notYetHere(tx, code.communityId, actor.personId)
  const put = await services.vault.putIdentity(
    tx,
    actor.personId,
    {
      trueName: body.trueName,
      documentKind: body.documentKind,
      documentNumber: document.number,
      birthOn: document.birthOn,
    },
    now,
  )
  if (!put.ok) throw new Refusal('already-exists', { code: put.violation.code })
  const comparison = await compareClaim(tx, services.vault, {
    personId: actor.personId,
    communityId: code.communityId,
    dwelling:
      door === undefined || body.dwellingId === null ? null : { dwellingId: body.dwellingId, label: door.label },
    tenure: body.tenure,
  })
  const registrationId = newId()
  await tx.run(
    `insert into registrations (community_id, registration_id, person_id, compound_id, dwelling_id, member_kind, tenure,
       shown_name, consents, state, submitted_at, exact, differing, on_roll)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      code.communityId,
      registrationId,
      actor.personId,
      code.compoundId,
      body.dwellingId,
      body.memberKind,
      body.tenure,
      shownName.value,
      consents,
      registration.state,
      now,
      comparison.exact,
      comparison.differing,
      comparison.onRoll,
    ],
  )
  await append(tx, {
    communityId: code.communityId,
    type: 'registration.submitted',
    aggregateId: registrationId,
    byPersonId: actor.personId,
    payload: { state: registration.state, applicantPersonId: actor.personId },
    at: now,
  })
  return registrationView(await ownOne(tx, actor.personId, registrationId, false))
}
