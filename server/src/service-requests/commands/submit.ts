import type { submitServiceRequest } from '@shequtong/contract/service-requests'
import { guardianBelowAgeYears } from '@shequtong/domain/identity/age'
import { mayDo } from '@shequtong/domain/registrations/member-rights'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { invalid, Refusal } from '../../platform/refusal.ts'
import { appendFact } from '../facts.ts'
import { thread } from '../queries.ts'
import { ruleFor } from '../response-rules.ts'
import { attachPhotos } from '../save.ts'

const insertSql = `
  insert into service_requests (community_id, service_request_id, kind, visibility, state, level, text, place, building_id,
    by_membership_id, submitted_at, clock_started_at, deadline_at, responsible_role)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13)`

const knownBuilding = async (tx: Tx, communityId: number, buildingId: string): Promise<void> => {
  const known = await tx.maybe(`select 1 from buildings where community_id = $1 and building_id = $2`, [
    communityId,
    buildingId,
  ])
  if (known === undefined) throw invalid('/buildingId', 'building-unknown')
}

/** Files a service request in the actor's own community; its clock starts in the same transaction. */
export const submit: Command<typeof submitServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  if (actor.hat?.type !== 'member') throw new Refusal('not-permitted')
  // Nobody below this age has a membership of their own yet, see registrations.
  const right = mayDo(actor.hat.kind, actor.hat.tenure, 'submitServiceRequest', guardianBelowAgeYears)
  if (!right.ok) throw new Refusal('rule-refused', { code: right.violation.code })
  const { body } = input
  if (body.buildingId !== null) await knownBuilding(tx, place.communityId, body.buildingId)
  const request = rules.submit(body, await ruleFor(tx, place, body.kind), now)
  const serviceRequestId = newId()
  await tx.run(insertSql, [
    place.communityId,
    serviceRequestId,
    request.kind,
    request.visibility,
    request.state,
    request.level,
    body.text,
    body.place,
    body.buildingId,
    actor.membershipId,
    now,
    request.clock.deadlineAt,
    request.responsibleRole,
  ])
  await attachPhotos(tx, actor, { communityId: place.communityId, serviceRequestId, entryId: undefined }, body.photoIds)
  await appendFact(tx, 'service_request.submitted', request, {
    place,
    serviceRequestId,
    byMembershipId: actor.membershipId ?? '',
    byPersonId: actor.personId,
    at: now,
  })
  return thread(tx, actor, place, serviceRequestId)
}
