import type { handOverRole } from '@shequtong/contract/roles'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type LoadedGrant, toChange } from '../access.ts'
import { endGrant, moveAssignments } from '../end.ts'
import { grantRole } from '../grant.ts'
import { type Holder, holderIn } from '../holder.ts'
import { grantView } from '../queries.ts'

/** A successor who holds the role already goes on with that grant and takes the work as well. */
const successorGrant = async (tx: Tx, grant: LoadedGrant, holder: Holder, grantedBy: string, now: Date) => {
  const held = await tx.maybe<{ roleGrantId: string }>(
    `select role_grant_id as "roleGrantId" from role_grants
     where person_id = $1 and role = $2 and level = $3 and territory_id = $4 and ended_at is null
       and (ends_on is null or ends_on >= ($5::timestamptz at time zone 'Asia/Shanghai')::date)`,
    [holder.personId, grant.role, grant.level, grant.territoryId, now],
  )
  if (held !== undefined) return held.roleGrantId
  const { role, territoryId } = grant
  const buildingId = grant.buildingId ?? undefined
  return grantRole(tx, { ...holder, role, territoryId, buildingId, grantedBy }, now)
}

/** The leaver's grant ends and the successor's begins in one transaction; open requests assigned to it go along. */
export const handOver: Command<typeof handOverRole> = async (tx, { actor, input, services, now }) => {
  const grant = await toChange(tx, actor, input.params.roleGrantId, { handOver: true, now })
  if (!grant.living) throw new Refusal('transition-refused', { from: 'ended', allowed: [] })
  const holder = await holderIn(tx, services.vault, input.body, now)
  if (holder.personId === grant.personId) throw new Refusal('rule-refused', { code: 'successor-is-leaver' })
  await endGrant(tx, grant, { reason: 'handedOver', byPersonId: actor.personId }, now)
  const started = await successorGrant(tx, grant, holder, actor.personId, now)
  return {
    movedServiceRequests: await moveAssignments(tx, grant, started),
    ended: await grantView(tx, actor, grant.place, grant.roleGrantId, now),
    started: await grantView(tx, actor, grant.place, started, now),
  }
}
