import type {
  approveExactMatches as approveExactContract,
  approveRegistration,
  askBackRegistration,
  refuseRegistration,
} from '@shequtong/contract/registrations'
import * as rules from '@shequtong/domain/registrations/registration'
import type { Command } from '../../http/call.ts'
import { startMembership } from '../../memberships/public.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toDecide } from '../access.ts'
import { compareClaim } from '../compare.ts'
import { dwellingLabel, toDomain } from '../row.ts'
import { saveRegistration, settled } from '../save.ts'
import { reviewRow } from '../view.ts'

/** Approve: the applicant becomes a neighbour in the same transaction; never while another holds the same document. */
export const approve: Command<typeof approveRegistration> = async (tx, { actor, now, place, input, services }) => {
  const row = await toDecide(tx, place.communityId, input.params.registrationId)
  if (rules.isOwnRegistration(row, actor.personId)) throw new Refusal('rule-refused', { code: 'own-registration' })
  const approved = settled(rules.approve(toDomain(row), { by: actor.personId, now }))
  // one document, one neighbour
  settled(await services.vault.claimDocument(tx, row.personId, now))
  const saved = await saveRegistration(tx, row, approved, 'registration.approved', actor.personId, now)
  await startMembership(tx, place, saved, now)
  return reviewRow(saved, now)
}

export const refuse: Command<typeof refuseRegistration> = async (tx, { actor, now, place, input }) => {
  const row = await toDecide(tx, place.communityId, input.params.registrationId)
  const refused = settled(rules.refuse(toDomain(row), { by: actor.personId, reason: input.body.reason, now }))
  return reviewRow(await saveRegistration(tx, row, refused, 'registration.refused', actor.personId, now), now)
}

export const askBack: Command<typeof askBackRegistration> = async (tx, { actor, now, place, input }) => {
  const row = await toDecide(tx, place.communityId, input.params.registrationId)
  const asked = settled(rules.askBack(toDomain(row), { question: input.body.question }))
  return reviewRow(await saveRegistration(tx, row, asked, 'registration.asked_back', actor.personId, now), now)
}

/**
 * Approves those of the named registrations whose every field equals the roll now, and leaves the others alone: one that
 * somebody decided in the meantime, or that differs since, stays for a person to look at.
 */
export const approveExact: Command<typeof approveExactContract> = async (
  tx,
  { actor, now, place, input, services },
) => {
  const approved: string[] = []
  const left: string[] = []
  for (const registrationId of [...new Set(input.body.registrationIds)].sort()) {
    const row = await toDecide(tx, place.communityId, registrationId)
    const label = dwellingLabel(row)
    const { exact } = await compareClaim(tx, services.vault, {
      personId: row.personId,
      communityId: place.communityId,
      dwelling: row.dwellingId === null || label === null ? null : { dwellingId: row.dwellingId, label },
      tenure: row.tenure,
    })
    const done = rules.approve(toDomain(row), { by: actor.personId, now })
    if (!exact || !done.ok || row.state !== 'submitted' || rules.isOwnRegistration(row, actor.personId)) {
      left.push(registrationId)
      continue
    }
    if (!(await services.vault.claimDocument(tx, row.personId, now)).ok) {
      left.push(registrationId)
      continue
    }
    const saved = await saveRegistration(tx, row, done.value, 'registration.approved', actor.personId, now)
    await startMembership(tx, place, saved, now)
    approved.push(registrationId)
  }
  return { approved, left }
}
