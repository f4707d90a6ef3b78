import type { nameForShift } from '@shequtong/contract/rota'
import { committeeRoles } from '@shequtong/domain/roles/roles'
import { nameFor } from '@shequtong/domain/rota/rota'
import { spanOf } from '@shequtong/domain/rota/shifts'
import type { DateOn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import { invalid, Refusal } from '../../platform/refusal.ts'
import { colleagueOf } from '../../roles/public.ts'
import { rotaChanged } from '../facts.ts'
import { weekView } from '../view.ts'

/** One row per shift: the latest stands. */
export const nameShift: Command<typeof nameForShift> = async (tx, { actor, place, input, now }) => {
  const { part, holderRoleGrantId, backupRoleGrantId } = input.body
  const on = input.body.on as DateOn
  const { communityId } = place
  if (holderRoleGrantId === null) {
    if (backupRoleGrantId !== null) throw invalid('/backupRoleGrantId', 'backup-without-holder')
    if (spanOf({ on, part }).endsAt <= now) throw new Refusal('rule-refused', { code: 'shift-over' })
    await tx.run(`delete from rota_shifts where community_id = $1 and on_date = $2::date and part = $3`, [
      communityId,
      on,
      part,
    ])
  } else {
    const named = [holderRoleGrantId, backupRoleGrantId].filter((id) => id !== null)
    for (const id of named) await colleagueOf(tx, place, id, committeeRoles, now)
    const duty = nameFor({ on, part, holder: holderRoleGrantId, backup: backupRoleGrantId ?? undefined }, now)
    if (!duty.ok) throw new Refusal('rule-refused', { code: duty.violation.code })
    await tx.run(
      `insert into rota_shifts (community_id, on_date, part, role_grant_id, backup_role_grant_id, named_at, named_by_role_grant_id)
       values ($1, $2::date, $3, $4, $5, $6, $7)
       on conflict (community_id, on_date, part) do update set role_grant_id = excluded.role_grant_id,
         backup_role_grant_id = excluded.backup_role_grant_id, named_at = excluded.named_at,
         named_by_role_grant_id = excluded.named_by_role_grant_id`,
      [communityId, on, part, holderRoleGrantId, backupRoleGrantId, now, actor.roleGrantId ?? null],
    )
  }
  await rotaChanged(tx, place, actor.personId, now, { firstOn: on, lastOn: on })
  return weekView(tx, communityId, on, now)
}
