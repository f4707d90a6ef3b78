import type { RotaView } from '@shequtong/contract/rota'
import { gapsIn, weekOf } from '@shequtong/domain/rota/rota'
import { dayKindOf, isNeeded, type Shift, shiftParts, spanOf } from '@shequtong/domain/rota/shifts'
import { addDays, type DateOn } from '@shequtong/domain/time'
import type { Db } from '../platform/database/db.ts'
import { type Colleague, onDutyIn, type Rota, rotaOf } from './queries.ts'

export const daysShown = 7

const shown = (colleague: Colleague | undefined) =>
  colleague === undefined
    ? null
    : { roleGrantId: colleague.roleGrantId, shownName: colleague.shownName, role: colleague.role }

const shiftView = (rota: Rota, shift: Shift, now: Date) => {
  const { startsAt, endsAt } = spanOf(shift)
  const duty = rota.duties.find(({ on, part }) => on === shift.on && part === shift.part)
  return {
    part: shift.part,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    needed: isNeeded(shift),
    over: endsAt <= now,
    holder: shown(rota.colleagues.get(duty?.holder ?? '')),
    backup: shown(rota.colleagues.get(duty?.backup ?? '')),
    onDuty: shown(onDutyIn(rota, shift)),
  }
}

/** The week in which `on` lies. */
export const weekView = async (db: Db, communityId: number, on: DateOn, now: Date): Promise<RotaView> => {
  const firstOn = weekOf(on)
  const rota = await rotaOf(db, communityId, firstOn, addDays(firstOn, daysShown - 1), now)
  const named = (id: string) => {
    const colleague = rota.colleagues.get(id)
    return colleague === undefined ? undefined : shown(colleague)
  }
  return {
    firstOn,
    days: Array.from({ length: daysShown }, (_, n) => addDays(firstOn, n)).map((day) => ({
      on: day,
      kind: dayKindOf(day),
      shifts: shiftParts.map((part) => shiftView(rota, { on: day, part }, now)),
    })),
    gaps: gapsIn(firstOn, daysShown, (shift) => onDutyIn(rota, shift) !== undefined, now),
    absences: rota.absences.flatMap(({ absenceId, absent, deputy, firstOn: from, lastOn }) => {
      const [who, by] = [named(absent), named(deputy)]
      return who == null || by == null ? [] : [{ absenceId, absent: who, deputy: by, firstOn: from, lastOn }]
    }),
    colleagues: [...rota.colleagues.values()].flatMap((one) => (one.lives ? (shown(one) ?? []) : [])),
  }
}
