import { dateOnIn, msPerDay, startOf } from '@shequtong/domain/time'
import { chinaCalendar } from '@shequtong/domain/time/china-holidays'
import { endsSoon } from '@shequtong/domain/time/working-days'

/** Whole days from today to the last day of the announced calendar; negative after it. */
export const calendarDaysLeft = (now: Date): number =>
  Math.round((startOf(chinaCalendar.coversTo).getTime() - startOf(dateOnIn(now)).getTime()) / msPerDay)

/** What works but needs a hand soon, in a sentence each, with what to do: docs/operations.md. */
export const warningsAt = (now: Date): string[] =>
  endsSoon(chinaCalendar, dateOnIn(now))
    ? [
        `The calendar of holidays and make-up workdays ends on ${chinaCalendar.coversTo}; after it Monday to Friday count as working days. Add the next notice: docs/operations.md, "Working days".`,
      ]
    : []
