import type { copyRotaWeek } from '@shequtong/contract/rota'
import { nameFor, weekOf } from '@shequtong/domain/rota/rota'
import { addDays, type DateOn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import { rotaChanged } from '../facts.ts'
import { rotaOf } from '../queries.ts'
import { daysShown, weekView } from '../view.ts'

const addedSql = `
  insert into rota_shifts (community_id, on_date, part, role_grant_id, backup_role_grant_id, named_at, named_by_role_grant_id)
  select $1, copied.on_date, copied.part, copied.holder, copied.backup, $6, $7
  from unnest($2::date[], $3::text[], $4::uuid[], $5::uuid[]) as copied (on_date, part, holder, backup)
  on conflict (community_id, on_date, part) do nothing`

/** 照上周排: what is set already stays; whose role ended is not named again. */
export const copyWeek: Command<typeof copyRotaWeek> = async (tx, { actor, place, input, now }) => {
  const firstOn = weekOf(input.body.on as DateOn)
  const { communityId } = place
  const { duties, colleagues } = await rotaOf(tx, communityId, addDays(firstOn, -daysShown), addDays(firstOn, -1), now)
  const lives = (id: string | undefined) => id !== undefined && colleagues.get(id)?.lives === true
  const copied = duties.flatMap((duty) => {
    const named = nameFor(
      { ...duty, on: addDays(duty.on, daysShown), backup: lives(duty.backup) ? duty.backup : undefined },
      now,
    )
    return named.ok && lives(duty.holder) ? [named.value] : []
  })
  await tx.run(addedSql, [
    communityId,
    copied.map(({ on }) => on),
    copied.map(({ part }) => part),
    copied.map(({ holder }) => holder),
    copied.map(({ backup }) => backup ?? null),
    now,
    actor.roleGrantId ?? null,
  ])
  await rotaChanged(tx, place, actor.personId, now, { firstOn, lastOn: addDays(firstOn, daysShown - 1) })
  return weekView(tx, communityId, firstOn, now)
}
