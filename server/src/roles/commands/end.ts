import type { endRoleGrant } from '@shequtong/contract/roles'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type LoadedGrant, toChange } from '../access.ts'
import { endGrant, moveAssignments } from '../end.ts'
import { grantView } from '../queries.ts'

/** A district without an officer could only be helped from the operator's terminal: its last one hands over instead. */
const keepOneDistrictOfficer = async (tx: Tx, grant: LoadedGrant, now: Date): Promise<void> => {
  if (grant.role !== 'districtOfficer') return
  // two officers who end each other at once must not both succeed
  await tx.run(`select pg_advisory_xact_lock(7303, $1)`, [grant.territoryId])
  const { others } = await tx.one<{ others: number }>(
    `select count(*)::int as others from role_grants
     where role = 'districtOfficer' and territory_id = $1 and role_grant_id <> $2 and ended_at is null
       and (ends_on is null or ends_on >= ($3::timestamptz at time zone 'Asia/Shanghai')::date)`,
    [grant.territoryId, grant.roleGrantId, now],
  )
  if (others === 0) throw new Refusal('rule-refused', { code: 'last-district-officer' })
}

export const end: Command<typeof endRoleGrant> = async (tx, { actor, input, now }) => {
  const grant = await toChange(tx, actor, input.params.roleGrantId, { handOver: false, now })
  if (!grant.living) throw new Refusal('transition-refused', { from: 'ended', allowed: [] })
  await keepOneDistrictOfficer(tx, grant, now)
  await endGrant(tx, grant, { reason: input.body.reason, byPersonId: actor.personId }, now)
  await moveAssignments(tx, grant, null)
  return grantView(tx, actor, grant.place, grant.roleGrantId, now)
}
