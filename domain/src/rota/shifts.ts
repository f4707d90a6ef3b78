import { chinaCalendar } from '../time/china-holidays.ts'
import { isWorkingDay, type WorkingCalendar, withPlainWeekdays } from '../time/working-days.ts'
import { addDays, addMs, type DateOn, dateOnIn, type Instant, msPerHour, startOf } from '../time.ts'

/** A day of 24 hours has two shifts (值守). */
export const shiftParts = ['day', 'night'] as const
export type ShiftPart = (typeof shiftParts)[number]

/** The night of `on` begins in its evening and ends the next morning. */
export interface Shift {
  readonly on: DateOn
  readonly part: ShiftPart
}

/** Hours of Asia/Shanghai at which the shifts change. Our own bounds. */
export const dayBeginsHour = 8
export const nightBeginsHour = 20

export const dayKinds = ['workday', 'weekend', 'holiday'] as const
export type DayKind = (typeof dayKinds)[number]

/**
 * What kind of day `on` is: a make-up workday (调休) is a workday though it is a Sunday, a day off in the week is a holiday.
 * Where no notice reaches, Monday to Friday are workdays.
 */
export const dayKindOf = (on: DateOn, calendar: WorkingCalendar = chinaCalendar): DayKind => {
  const working = isWorkingDay(on, withPlainWeekdays(calendar))
  if (working.ok && working.value) return 'workday'
  if (calendar.holidays.has(on)) return 'holiday'
  return 'weekend'
}

const hourOf = (on: DateOn, hour: number): Instant => addMs(startOf(on), hour * msPerHour)

/** From its first instant up to and without its last. */
export const spanOf = ({ on, part }: Shift): { readonly startsAt: Instant; readonly endsAt: Instant } =>
  part === 'day'
    ? { startsAt: hourOf(on, dayBeginsHour), endsAt: hourOf(on, nightBeginsHour) }
    : { startsAt: hourOf(on, nightBeginsHour), endsAt: hourOf(addDays(on, 1), dayBeginsHour) }

/** The shift that `now` falls into: before eight in the morning still the night of the day before. */
export const shiftAt = (now: Instant): Shift => {
  const on = dateOnIn(now)
  if (now < hourOf(on, dayBeginsHour)) return { on: addDays(on, -1), part: 'night' }
  return { on, part: now < hourOf(on, nightBeginsHour) ? 'day' : 'night' }
}

/**
 * Whether somebody has to be named: every night, and by day whenever the office is closed. By day on a workday the whole
 * committee is there.
 */
export const isNeeded = ({ on, part }: Shift, calendar: WorkingCalendar = chinaCalendar): boolean =>
  part === 'night' || dayKindOf(on, calendar) !== 'workday'

/** Whether at `now` the rota says who is told, and not the whole committee. */
export const isOffHours = (now: Instant, calendar: WorkingCalendar = chinaCalendar): boolean =>
  isNeeded(shiftAt(now), calendar)

/** The shift that neighbours read about at `now`: the one that runs, or on a workday, while the office is open, tonight's. */
export const toldShift = (now: Instant, calendar: WorkingCalendar = chinaCalendar): Shift => {
  const current = shiftAt(now)
  return isNeeded(current, calendar) ? current : { on: current.on, part: 'night' }
}
