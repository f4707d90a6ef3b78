import type { PeriodCounted } from '@shequtong/contract/command-center'
import { msPerDay, msPerHour, msPerMinute } from '@shequtong/domain/time'
import type { CommandCenterWords } from '../messages/command-center.ts'

export type Distribution = PeriodCounted['heard']
type SpanWords = CommandCenterWords['spans']

/** Items in all buckets. */
export const totalOf = (distribution: Distribution): number => distribution.reduce((sum, { count }) => sum + count, 0)

export interface Share {
  /** Where the bucket begins. */
  readonly fromMinutes: number
  /** Upper end of the bucket in minutes that the share falls into; for the open end, where it begins. */
  readonly minutes: number
  readonly open: boolean
}

/** In which bucket the given share (0 to 1] of all items is reached; undefined without any item. */
export const shareWithin = (distribution: Distribution, share: number): Share | undefined => {
  const wanted = totalOf(distribution) * share
  if (wanted === 0) return undefined
  let sum = 0
  let lastEnd = 0
  for (const { uptoMinutes, count } of distribution) {
    sum += count
    if (sum >= wanted) return { fromMinutes: lastEnd, minutes: uptoMinutes ?? lastEnd, open: uptoMinutes === null }
    lastEnd = uptoMinutes ?? lastEnd
  }
  return { fromMinutes: lastEnd, minutes: lastEnd, open: true }
}

/** The end of a bucket in its largest whole unit; days only from two on, so that 24 hours stay hours. */
export const spanOf = (minutes: number, words: SpanWords): string => {
  const ms = minutes * msPerMinute
  if (ms < msPerHour) return words.minutes(minutes)
  if (ms % msPerDay === 0 && ms > msPerDay) return words.days(ms / msPerDay)
  return words.hours(ms / msPerHour)
}

export const bucketLabel = (uptoMinutes: number | null, words: SpanWords): string =>
  uptoMinutes === null ? words.later : words.within(spanOf(uptoMinutes, words))

/** "一半在 1 小时内"; "一半要 24 小时以上" where it falls into the open end. */
export const halfLine = (distribution: Distribution, words: SpanWords): string => {
  const half = shareWithin(distribution, 0.5)
  if (half === undefined) return words.none
  return (half.open ? words.halfLater : words.half)(spanOf(half.minutes, words))
}

export const mostLine = (distribution: Distribution, words: SpanWords): string => {
  const most = shareWithin(distribution, 0.9)
  if (most === undefined) return ''
  return (most.open ? words.mostLater : words.most)(spanOf(most.minutes, words))
}

/** Both ends of the bucket that the share falls into: as much as is known. */
export const boundsLine = (distribution: Distribution, share: number, words: SpanWords): string => {
  const found = shareWithin(distribution, share)
  if (found === undefined) return words.none
  const { fromMinutes, minutes, open } = found
  if (open) return words.over(spanOf(fromMinutes, words))
  return fromMinutes === 0
    ? words.within(spanOf(minutes, words))
    : words.between(spanOf(fromMinutes, words), spanOf(minutes, words))
}
