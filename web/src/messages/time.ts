import { addDays, dateOnIn, type Instant, msPerDay, msPerHour, msPerMinute } from '@shequtong/domain/time'
import type { TimeWords } from './core.ts'

/** Whole units, rounded down: minutes below an hour, hours below two days, then days. A negative length counts as none. */
export const duration = (ms: number, words: TimeWords): string => {
  if (ms < msPerMinute) return words.lessThanMinute
  if (ms < msPerHour) return words.minutes(Math.floor(ms / msPerMinute))
  if (ms < 2 * msPerDay) return words.hours(Math.floor(ms / msPerHour))
  return words.days(Math.floor(ms / msPerDay))
}

/** Like `duration`, with the minutes beside the hours below a day. */
export const fineDuration = (ms: number, words: TimeWords): string => {
  const minutes = Math.floor(ms / msPerMinute) % 60
  if (ms < msPerHour || ms >= msPerDay || minutes === 0) return duration(ms, words)
  return words.hoursMinutes(Math.floor(ms / msPerHour), minutes)
}

/** `running` from here on: four hours before a deadline. */
export const runningFromMs = 4 * msPerHour

export type Urgency = 'still' | 'running' | 'late'

/** How a deadline reads: late once it is reached, running in the last four hours. */
export const urgencyOf = (leftMs: number): Urgency =>
  leftMs <= 0 ? 'late' : leftMs <= runningFromMs ? 'running' : 'still'

export const timeLeft = (leftMs: number, words: TimeWords): string =>
  leftMs <= 0 ? words.over(duration(-leftMs, words)) : words.left(duration(leftMs, words))

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: string
}

/** Wall-clock parts in Asia/Shanghai. */
const partsOf = (instant: Instant): Parts => {
  const [year = 0, month = 0, day = 0] = dateOnIn(instant).split('-').map(Number)
  const shifted = new Date(instant.getTime() + 8 * msPerHour)
  return { year, month, day, clock: `${shifted.getUTCHours()}:${String(shifted.getUTCMinutes()).padStart(2, '0')}` }
}

/** The date in Asia/Shanghai, with the year unless it is the current one. */
export const calendarDate = (instant: Instant, now: Instant, words: TimeWords): string => {
  const { year, month, day } = partsOf(instant)
  return year === partsOf(now).year ? words.monthDay(month, day) : words.yearMonthDay(year, month, day)
}

/** Day and clock, as on a notice board: "昨天 19:42". */
export const dayAndClock = (instant: Instant, now: Instant, words: TimeWords): string => {
  const { clock } = partsOf(instant)
  const on = dateOnIn(instant)
  const today = dateOnIn(now)
  if (on === today) return words.today(clock)
  if (on === addDays(today, -1)) return words.yesterday(clock)
  if (on === addDays(today, 1)) return words.tomorrow(clock)
  return words.dateClock(calendarDate(instant, now, words), clock)
}

/** Relative within a day either way, else day and clock, else (beyond yesterday and tomorrow) the date alone. */
export const relativeTime = (instant: Instant, now: Instant, words: TimeWords): string => {
  const agoMs = now.getTime() - instant.getTime()
  if (agoMs >= 0 && agoMs < msPerMinute) return words.justNow
  if (agoMs < 0 && agoMs > -msPerMinute) return words.soon
  if (agoMs > 0 && agoMs < msPerDay) return words.ago(duration(agoMs, words))
  if (agoMs < 0 && agoMs > -msPerDay) return words.in(duration(-agoMs, words))
  const days = [-1, 1].map((move) => addDays(dateOnIn(now), move))
  return days.includes(dateOnIn(instant)) ? dayAndClock(instant, now, words) : calendarDate(instant, now, words)
}

/** The full date and clock, for a tap or a screen reader. */
export const exactTime = (instant: Instant, words: TimeWords): string => {
  const { year, month, day, clock } = partsOf(instant)
  return words.dateClock(words.yearMonthDay(year, month, day), clock)
}
