import type { RotaView } from '@shequtong/contract/rota'
import { spanOf, toldShift } from '@shequtong/domain/rota/shifts'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type DateOn, dateOnIn } from '@shequtong/domain/time'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Db } from '../platform/database/db.ts'
import { copyWeek } from './commands/copy-week.ts'
import { deputy, endOfAbsence } from './commands/name-deputy.ts'
import { nameShift } from './commands/name-for-shift.ts'
import { dutyOf } from './queries.ts'
import { weekView } from './view.ts'

/** The week that a write showed, as it stands now. */
const weekAgain = {
  about: ({ firstOn }: RotaView) => firstOn,
  again: (
    { db, place, now }: { readonly db: Db; readonly place: CommunityPlace; readonly now: Date },
    firstOn: string,
  ) => weekView(db, place.communityId, firstOn as DateOn, now),
}

export const rotaRoutes: Handlers<
  'readRota' | 'nameForShift' | 'copyRotaWeek' | 'nameDeputy' | 'endAbsence' | 'readDuty'
> = {
  readRota: ({ db, place, input, now }) =>
    weekView(db, place.communityId, (input.query.on ?? dateOnIn(now)) as DateOn, now),
  nameForShift: madeAnew(nameShift, weekAgain),
  copyRotaWeek: madeAnew(copyWeek, weekAgain),
  nameDeputy: madeAnew(deputy, weekAgain),
  endAbsence: madeAnew(endOfAbsence, weekAgain),
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
