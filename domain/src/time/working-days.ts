import { ok, type Result, refused } from '../result.ts'
import { addDays, addMs, type DateOn, dateOnIn, type Instant, startOf } from '../time.ts'

/**
 * Which days are worked, as data. `holidays` are days off whatever the weekday; `makeUpWorkdays` (调休) are Saturdays and
 * Sundays worked instead. Both ends of `coversFrom`…`coversTo` are covered; nothing is assumed outside of them.
 */
export interface WorkingCalendar {
  readonly holidays: ReadonlySet<DateOn>
  readonly makeUpWorkdays: ReadonlySet<DateOn>
  readonly coversFrom: DateOn
  readonly coversTo: DateOn
}

/** `on` is the first day asked about that lies outside `coversFrom`…`coversTo`. */
export interface CalendarUnknown {
  readonly code: 'calendar-unknown'
  readonly on: DateOn
  readonly coversFrom: DateOn
  readonly coversTo: DateOn
}

/** Whether `on` is worked: Monday to Friday unless a holiday, and every make-up workday. Refuses a day not covered. */
export const isWorkingDay = (on: DateOn, calendar: WorkingCalendar): Result<boolean, CalendarUnknown> => {
  const { coversFrom, coversTo } = calendar
  if (on < coversFrom || on > coversTo) return refused({ code: 'calendar-unknown', on, coversFrom, coversTo })
  if (calendar.makeUpWorkdays.has(on)) return ok(true)
  if (calendar.holidays.has(on)) return ok(false)
  const weekday = new Date(`${on}T00:00:00.000Z`).getUTCDay()
  return ok(weekday >= 1 && weekday <= 5)
}

/**
 * The same calendar without an end on either side: outside of what is announced, Monday to Friday are worked. For promises
 * that need a deadline before the notice of the next year is out.
 */
export const withPlainWeekdays = (calendar: WorkingCalendar): WorkingCalendar => ({
  ...calendar,
  coversFrom: '0001-01-01' as DateOn,
  coversTo: '9999-12-31' as DateOn,
})

/** Days ahead that a calendar should reach: the longest promises in working days with a long holiday between. Our own bound. */
export const calendarReachDays = 31

/** Whether the calendar ends within `calendarReachDays` after `today`, or ended: somebody has to add the next notice. */
export const endsSoon = (calendar: WorkingCalendar, today: DateOn): boolean =>
  addDays(today, calendarReachDays) > calendar.coversTo

const firstWorkingDayFrom = (on: DateOn, calendar: WorkingCalendar): Result<DateOn, CalendarUnknown> => {
  for (let day = on; ; day = addDays(day, 1)) {
    const working = isWorkingDay(day, calendar)
    if (!working.ok) return working
    if (working.value) return ok(day)
  }
}

/**
 * The deadline `workingDays` (a whole number ≥ 0) after `from`: the same time of day in Asia/Shanghai on that working day.
 * A start outside working days counts from 00:00 of the next working day, so that Saturday 15:00 plus one is Tuesday 00:00
 * and the whole of Monday is left. Our own reading: the sources of the time limits count days and do not name an hour.
 * Refuses when the calendar does not cover every day in between. Throws a RangeError for any other `workingDays`.
 */
export const addWorkingDays = (
  from: Instant,
  workingDays: number,
  calendar: WorkingCalendar,
): Result<Instant, CalendarUnknown> => {
  if (!Number.isInteger(workingDays) || workingDays < 0) throw new RangeError(`workingDays: ${workingDays}`)
  const fromOn = dateOnIn(from)
  const first = firstWorkingDayFrom(fromOn, calendar)
  if (!first.ok) return first
  const timeOfDayMs = first.value === fromOn ? from.getTime() - startOf(fromOn).getTime() : 0
  let on = first.value
  for (let counted = 0; counted < workingDays; counted += 1) {
    const next = firstWorkingDayFrom(addDays(on, 1), calendar)
    if (!next.ok) return next
    on = next.value
  }
  return ok(addMs(startOf(on), timeOfDayMs))
}
