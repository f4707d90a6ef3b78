import { spanOf, toldShift } from '@shequtong/domain/rota/shifts'
import { type DateOn, dateOnIn } from '@shequtong/domain/time'
import type { Handlers } from '../http/call.ts'
import { copyWeek } from './commands/copy-week.ts'
import { deputy, endOfAbsence } from './commands/name-deputy.ts'
import { nameShift } from './commands/name-for-shift.ts'
import { dutyOf } from './queries.ts'
import { weekView } from './view.ts'

export const rotaRoutes: Handlers<
  'readRota' | 'nameForShift' | 'copyRotaWeek' | 'nameDeputy' | 'endAbsence' | 'readDuty'
> = {
  readRota: ({ db, place, input, now }) =>
    weekView(db, place.communityId, (input.query.on ?? dateOnIn(now)) as DateOn, now),
  nameForShift: nameShift,
  copyRotaWeek: copyWeek,
  nameDeputy: deputy,
  endAbsence: endOfAbsence,
  readDuty: async ({ db, place, now }) => {
    const shift = toldShift(now)
    const { startsAt, endsAt } = spanOf(shift)
    const found = await dutyOf(db, place.communityId, now, shift)
    return {
      ...shift,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      onDuty: found === undefined ? null : { shownName: found.shownName, role: found.role },
    }
  },
}
