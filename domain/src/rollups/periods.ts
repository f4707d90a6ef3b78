import { addDays, type DateOn, dateOnIn, type Instant } from '../time.ts'

/** The spans of time that figures are read over. */
export const periods = ['today', 'week', 'month', 'quarter', 'always'] as const
export type Period = (typeof periods)[number]

/** Calendar days in Asia/Shanghai, today among them; `always` has no first day. */
const daysOf: Readonly<Record<Exclude<Period, 'always'>, number>> = { today: 1, week: 7, month: 30, quarter: 90 }

/** Both ends inclusive. */
export interface DateSpan {
  readonly fromOn: DateOn
  readonly toOn: DateOn
}

export interface PeriodSpans {
  readonly current: DateSpan
  /** As many days right before; all of them are over, whereas the last day of `current` still runs. */
  readonly before: DateSpan
}

/**
 * The days of `period` at `now`, and those before to compare them with. Undefined for `always`: nothing lies before it.
 * Boundary: a day begins at 00:00 in Asia/Shanghai; `month` is the 30 days that end today. No errors.
 */
export const spansOfPeriod = (period: Period, now: Instant): PeriodSpans | undefined => {
  if (period === 'always') return undefined
  const days = daysOf[period]
  const toOn = dateOnIn(now)
  const fromOn = addDays(toOn, 1 - days)
  return { current: { fromOn, toOn }, before: { fromOn: addDays(fromOn, -days), toOn: addDays(fromOn, -1) } }
}
