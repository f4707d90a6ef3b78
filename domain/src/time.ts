/** A point in time, UTC, millisecond precision. Always an argument: the domain never asks the system for it. */
export type Instant = Date

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export type DateOn = string & { readonly __brand: 'DateOn' }

export const msPerMinute = 60_000
export const msPerHour = 3_600_000
export const msPerDay = 86_400_000

/** Asia/Shanghai has been UTC+08:00 without summer time since 1991-09-15; every date this system holds is later or a birth date. */
const shanghaiOffsetMs = 8 * msPerHour

/** The calendar date in Asia/Shanghai at `instant`. */
export const dateOnIn = (instant: Instant): DateOn =>
  new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10) as DateOn

/** The instant at which the date `on` begins in Asia/Shanghai. */
export const startOf = (on: DateOn): Instant => new Date(Date.parse(`${on}T00:00:00.000Z`) - shanghaiOffsetMs)

/** `on` moved by whole `days` (negative: back). */
export const addDays = (on: DateOn, days: number): DateOn =>
  new Date(Date.parse(`${on}T00:00:00.000Z`) + days * msPerDay).toISOString().slice(0, 10) as DateOn

/** Whole days from `from` to `to`; negative when `to` is earlier. Asia/Shanghai knows no summer time. */
export const daysFrom = (from: DateOn, to: DateOn): number =>
  Math.round((startOf(to).getTime() - startOf(from).getTime()) / msPerDay)

export const addMs = (instant: Instant, ms: number): Instant => new Date(instant.getTime() + ms)

export const isBefore = (a: Instant, b: Instant): boolean => a.getTime() < b.getTime()
