import type { RegistrationClaim } from '@shequtong/contract/registrations'
import { ageOn, guardianBelowAgeYears } from '@shequtong/domain/identity/age'
import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import { checkShownName } from '@shequtong/domain/identity/shown-name'
import { checkTravelDocument } from '@shequtong/domain/identity/travel-document'
import { checkGuardian, type Presence } from '@shequtong/domain/memberships/helping'
import { checkConsents } from '@shequtong/domain/registrations/consents'
import { checkMemberClaim } from '@shequtong/domain/registrations/member-kinds'
import * as rules from '@shequtong/domain/registrations/registration'
import type { MembershipState } from '@shequtong/domain/roles/hats'
import { type DateOn, dateOnIn } from '@shequtong/domain/time'
import type * as z from 'zod'
import type { Services } from '../http/services.ts'
import type { Identity } from '../identity/vault-types.ts'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { append } from '../platform/outbox/append.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { toReview } from './access.ts'
import { compareClaim } from './compare.ts'
import type { RegistrationRow } from './row.ts'
import { settled } from './save.ts'

type Claim = z.output<typeof RegistrationClaim>

interface Document {
  readonly number: string
  readonly birthOn: DateOn
}

/** The document as the vault takes it; the refusal names the part that looks wrong. */
const checkDocument = (kind: DocumentKind, number: string, birthOn: string | null, now: Date): Document => {
  if (kind === 'citizenId') {
    const checked = checkCitizenIdNumber(number, dateOnIn(now))
    if (!checked.ok) throw invalid('/documentNumber', checked.violation.code, checked.violation.part)
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

/** Neither a member here nor already waiting to become one. */
export const notYetHere = async (tx: Tx, communityId: number, personId: string): Promise<void> => {
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

interface Guardian {
  personId: string
  state: MembershipState
  dwellingId: string | null
}

/** The guardian of a child, checked; null where the rule asks for none. */
const guardianOf = async (
  tx: Tx,
  services: Services,
  communityId: number,
  claim: Claim,
  birthOn: DateOn,
  filing: Filing,
): Promise<string | null> => {
  const today = dateOnIn(filing.now)
  const named =
    claim.guardianMembershipId === null
      ? undefined
      : await tx.maybe<Guardian>(
          `select person_id as "personId", state, dwelling_id as "dwellingId" from memberships
           where community_id = $1 and membership_id = $2 and state <> 'ended'`,
          [communityId, claim.guardianMembershipId],
        )
  const isNamed = claim.guardianMembershipId !== null
  // who registers a child from their own phone is the guardian; at the counter the committee has both before it
  const isTheirs = named !== undefined && (filing.guardianPersonId ?? named.personId) === named.personId
  if (isNamed && (named === undefined || !isTheirs)) throw invalid('/guardianMembershipId', 'guardian-unknown')
  const known = named === undefined ? null : await services.vault.ownIdentity(tx, named.personId)
  const guardianBirthOn = known?.identity?.birthOn ?? null
  settled(
    checkGuardian({
      ageYears: ageOn(birthOn, today),
      guardian:
        named === undefined
          ? null
          : {
              state: named.state,
              ageYears: guardianBirthOn === null ? null : ageOn(guardianBirthOn, today),
              sameDwelling: named.dwellingId !== null && named.dwellingId === claim.dwellingId,
            },
    }),
  )
  return named?.personId ?? null
}

const keepsDocument = async (tx: Tx, services: Services, personId: string, named: Identity): Promise<void> => {
  const { isMember } = await tx.one<{ isMember: boolean }>(
    `select exists (select from member_directory where person_id = $1) as "isMember"`,
    [personId],
  )
  if (!isMember) return
  const known = (await services.vault.ownIdentity(tx, personId))?.identity ?? null
  const textOf = ({ documentKind, documentNumber }: Identity) => `${documentKind} ${documentNumber}`
  settled(rules.mayNameDocument({ isMember, known: known && textOf(known), named: textOf(named) }))
}

/** Whose registration it is and who writes it down. */
export interface Filing {
  readonly personId: string
  /** Who acts. */
  readonly byPersonId: string
  /** Set where a guardian registers a child from their own phone. */
  readonly guardianPersonId: string | null
  /** Set where the committee files it at the counter. */
  readonly onBehalf: { readonly roleGrantId: string; readonly presence: Presence } | null
  readonly now: Date
}

const insertSql = `
  insert into registrations (community_id, registration_id, person_id, compound_id, dwelling_id, member_kind, tenure,
    shown_name, consents, state, submitted_at, exact, differing, on_roll, filed_by, filed_by_role_grant_id, presence,
    guardian_person_id, guardian_membership_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`

/**
 * Files a claim. The name and the document go to the vault. A document that another person holds is taken in as contested:
 * the committee sees it at the review, the applicant what everybody sees.
 */
export const fileRegistration = async (
  tx: Tx,
  services: Services,
  at: { readonly communityId: number; readonly compoundId: string },
  claim: Claim,
  filing: Filing,
): Promise<RegistrationRow> => {
  const { communityId, compoundId } = at
  const { personId, now, onBehalf } = filing
  const community = await services.territory.community(communityId)
  if (community === undefined) throw new Refusal('not-found')
  const document = checkDocument(claim.documentKind, claim.documentNumber, claim.birthOn, now)
  const { memberKind, tenure, dwellingId } = claim
  const isChild = ageOn(document.birthOn, dateOnIn(now)) < guardianBelowAgeYears
  const { kind: communityKind } = community
  settled(checkMemberClaim({ memberKind, communityKind, hasDwelling: dwellingId !== null, tenure, isChild }))
  const declaresParty = claim.consents.includes('partyBadge')
  const consents = settled(checkConsents(claim.consents, { declaresParty }))
  const door = dwellingId === null ? undefined : await doorOf(tx, communityId, compoundId, dwellingId)
  const shownName = checkShownName(claim.shownName, claim.trueName, door?.buildingName)
  if (!shownName.ok) throw invalid('/shownName', shownName.violation.code)
  const guardianPersonId = await guardianOf(tx, services, communityId, claim, document.birthOn, filing)
  const filedBy = onBehalf === null ? null : filing.byPersonId
  const registration = settled(rules.submit({ birthOn: document.birthOn, guardianPersonId, filedBy }, now))
  await notYetHere(tx, communityId, personId)
  const { trueName, documentKind } = claim
  const identity = { trueName, documentKind, documentNumber: document.number, birthOn: document.birthOn }
  await keepsDocument(tx, services, personId, identity)
  const put = await services.vault.putIdentity(tx, personId, identity, now)
  // the counter has the paper before it and is told; everybody else learns nothing of whom we know
  if (!put.ok && onBehalf !== null) throw new Refusal('already-exists', { code: put.violation.code })
  if (!put.ok) await services.vault.putContestedIdentity(tx, personId, identity, now)
  const comparison = await compareClaim(tx, services.vault, {
    personId,
    communityId,
    dwelling: door === undefined || dwellingId === null ? null : { dwellingId, label: door.label },
    tenure,
  })
  const registrationId = newId()
  await tx.run(insertSql, [
    communityId,
    registrationId,
    personId,
    compoundId,
    dwellingId,
    memberKind,
    tenure,
    shownName.value,
    consents,
    registration.state,
    now,
    comparison.exact,
    comparison.differing,
    comparison.onRoll,
    registration.filedBy,
    onBehalf?.roleGrantId ?? null,
    onBehalf?.presence ?? null,
    guardianPersonId,
    guardianPersonId === null ? null : claim.guardianMembershipId,
  ])
  await append(tx, {
    communityId,
    type: 'registration.submitted',
    aggregateId: registrationId,
    byPersonId: filing.byPersonId,
    payload: { state: registration.state, applicantPersonId: personId },
    at: now,
  })
  return toReview(tx, communityId, registrationId)
}
