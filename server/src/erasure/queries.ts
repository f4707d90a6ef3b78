import type { ErasureView } from '@shequtong/contract/erasure'
import { mayEraseNow } from '@shequtong/domain/memberships/erasure'
import type { Role } from '@shequtong/domain/roles/roles'
import type { Db } from '../platform/database/db.ts'

/** What the rule asks of a person. */
export const standing = (
  db: Db,
  personId: string,
  now: Date,
): Promise<{ livingMemberships: number; rolesHeld: Role[] }> =>
  db.one(
    `select (select count(*)::int from member_directory where person_id = $1) as "livingMemberships",
       array(select role from role_grants where person_id = $1 and ended_at is null
         and (ends_on is null or ends_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)) as "rolesHeld"`,
    [personId, now],
  )

export const erasureView = async (db: Db, personId: string, now: Date): Promise<ErasureView> => {
  const may = mayEraseNow(await standing(db, personId, now))
  const counts = await db.one<{ registrationCount: number; waitingCount: number }>(
    `select count(*)::int as "registrationCount",
       (count(*) filter (where state in ('submitted', 'askedBack')))::int as "waitingCount"
     from registrations where person_id = $1`,
    [personId],
  )
  return { obstacle: may.ok ? null : may.violation.code, ...counts }
}
