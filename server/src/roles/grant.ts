import { levelOf, type Role } from '@shequtong/domain/roles/roles'
import type { DateOn } from '@shequtong/domain/time'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { append } from '../platform/outbox/append.ts'
import { Refusal } from '../platform/refusal.ts'
import { endGrant } from './end.ts'

export interface NewGrant {
  readonly personId: string
  readonly role: Role
  /** The district, subdistrict or community, by the level of the role. */
  readonly territoryId: number
  readonly shownName: string
  readonly buildingId?: string | undefined
  readonly endsOn?: DateOn | undefined
  /** Absent only for the first officer, whom the operator makes. */
  readonly grantedBy: string | undefined
}

/** A grant whose last day has passed is over but still stands in the way of the next one: it is ended as what it is. */
const endExpired = async (tx: Tx, { personId, role, territoryId }: NewGrant, now: Date): Promise<void> => {
  const level = levelOf(role)
  const expired = await tx.many<{ roleGrantId: string }>(
    `select role_grant_id as "roleGrantId" from role_grants
     where person_id = $1 and role = $2 and level = $3 and territory_id = $4 and ended_at is null
       and ends_on < ($5::timestamptz at time zone 'Asia/Shanghai')::date for update`,
    [personId, role, level, territoryId, now],
  )
  for (const { roleGrantId } of expired)
    await endGrant(
      tx,
      { roleGrantId, personId, role, level, territoryId },
      { reason: 'expired', byPersonId: undefined },
      now,
    )
}

/** Grants a role and keeps the fact. A second living grant of the same role is refused by the unique index. */
export const grantRole = async (tx: Tx, grant: NewGrant, now: Date): Promise<string> => {
  const roleGrantId = newId()
  const level = levelOf(grant.role)
  await endExpired(tx, grant, now)
  const written = await tx.run(
    `insert into role_grants (role_grant_id, person_id, role, level, territory_id, shown_name, building_id, granted_by, granted_at, ends_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      roleGrantId,
      grant.personId,
      grant.role,
      level,
      grant.territoryId,
      grant.shownName,
      grant.buildingId ?? null,
      grant.grantedBy ?? null,
      now,
      grant.endsOn ?? null,
    ],
  )
  if (written === 0) throw new Refusal('already-exists', { code: 'role-held' })
  await append(tx, {
    communityId: level === 'community' ? grant.territoryId : 0,
    type: 'role.granted',
    aggregateId: roleGrantId,
    byPersonId: grant.grantedBy,
    payload: { role: grant.role, level, territoryId: grant.territoryId, personId: grant.personId },
    at: now,
  })
  return roleGrantId
}
