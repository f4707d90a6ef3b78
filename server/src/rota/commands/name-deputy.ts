import type { endAbsence, nameDeputy } from '@shequtong/contract/rota'
import { committeeRoles } from '@shequtong/domain/roles/roles'
import { standIn } from '@shequtong/domain/rota/rota'
import { type DateOn, dateOnIn } from '@shequtong/domain/time'
import type { Command } from '../../http/call.ts'
import { newId } from '../../platform/ids.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { colleagueOf } from '../../roles/public.ts'
import { rotaChanged } from '../facts.ts'
import { weekView } from '../view.ts'

/** Somebody stands in for a colleague who is away. */
export const deputy: Command<typeof nameDeputy> = async (tx, { actor, place, input, now }) => {
  const { absentRoleGrantId, deputyRoleGrantId } = input.body
  for (const id of [absentRoleGrantId, deputyRoleGrantId]) await colleagueOf(tx, place, id, committeeRoles, now)
  const [firstOn, lastOn] = [input.body.firstOn as DateOn, input.body.lastOn as DateOn]
  const done = standIn({ absent: absentRoleGrantId, deputy: deputyRoleGrantId, firstOn, lastOn }, now)
  if (!done.ok) throw new Refusal('rule-refused', { code: done.violation.code })
  await tx.run(
    `insert into rota_absences (community_id, absence_id, absent_role_grant_id, deputy_role_grant_id, first_on, last_on,
       named_at, named_by_role_grant_id)
     values ($1, $2, $3, $4, $5::date, $6::date, $7, $8)`,
    [place.communityId, newId(), absentRoleGrantId, deputyRoleGrantId, firstOn, lastOn, now, actor.roleGrantId ?? null],
  )
  await rotaChanged(tx, place, actor.personId, now, { firstOn, lastOn })
  return weekView(tx, place.communityId, firstOn, now)
}

/** The colleague is there again. */
export const endOfAbsence: Command<typeof endAbsence> = async (tx, { actor, place, input, now }) => {
  const ended = await tx.maybe<{ firstOn: DateOn; lastOn: DateOn }>(
    `delete from rota_absences where community_id = $1 and absence_id = $2
     returning first_on::text as "firstOn", last_on::text as "lastOn"`,
    [place.communityId, input.params.absenceId],
  )
  if (ended === undefined) throw notFound()
  await rotaChanged(tx, place, actor.personId, now, ended)
  const today = dateOnIn(now)
  return weekView(tx, place.communityId, ended.firstOn > today ? ended.firstOn : today, now)
}
