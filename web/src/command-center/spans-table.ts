import type { PeriodCounted } from '@shequtong/contract/command-center'
import { type DateOn, startOf } from '@shequtong/domain/time'
import type { Table } from '../files/csv.ts'
import type { CommandCenterWords } from '../messages/command-center.ts'
import type { TimeWords } from '../messages/core.ts'
import { calendarDate } from '../messages/time.ts'
import { boundsLine, bucketLabel } from './spans.ts'

export const steps = ['heard', 'answered', 'resolved'] as const

/** All numbers of a period beside those of the days before: what happened, half and nine in ten, and each bar. */
export const spansTable = (counted: PeriodCounted, words: CommandCenterWords): Table => {
  const { spans, period, deeds } = words
  const { before } = counted
  const beside = <T extends string | number>(value: T): readonly T[] => (before === null ? [] : [value])
  // a file that was saved says of which days it is
  const dated = (name: string, { fromOn, toOn }: Pick<PeriodCounted, 'fromOn' | 'toOn'>): string =>
    fromOn === null ? name : period.dated(name, fromOn, toOn)
  return {
    columns: [
      spans.step,
      spans.howLong,
      dated(period[counted.period], counted),
      ...(before === null ? [] : [dated(period.before[counted.period], before)]),
    ],
    rows: [
      ...counted.deeds.map(({ kind, count }, at) => [
        deeds[kind].name,
        '',
        count,
        ...beside(before?.deeds[at]?.count ?? 0),
      ]),
      ...steps.flatMap((step) => [
        ...([0.5, 0.9] as const).map((share) => [
          spans[step],
          share === 0.5 ? spans.halfRow : spans.mostRow,
          boundsLine(counted[step], share, spans),
          ...beside(before === null ? '' : boundsLine(before[step], share, spans)),
        ]),
        ...counted[step].map(({ uptoMinutes, count }, at) => [
          spans[step],
          bucketLabel(uptoMinutes, spans),
          count,
          ...beside(before?.[step][at]?.count ?? 0),
        ]),
      ]),
    ],
  }
}

/** What the numbers of a period count, which days they are of, and which they are compared with. */
export const spansMeanings = (
  counted: PeriodCounted,
  words: CommandCenterWords,
  time: TimeWords,
  now: Date,
): readonly string[] => {
  const { meanings } = words.period
  const { before, fromOn, toOn } = counted
  const day = (on: string): string => calendarDate(startOf(on as DateOn), now, time)
  return [
    fromOn === null ? meanings.always(day(toOn)) : meanings.days(day(fromOn), day(toOn)),
    ...(before?.fromOn == null ? [] : [meanings.before(day(before.fromOn), day(before.toOn))]),
    ...counted.deeds.map(({ kind }) => words.deeds[kind].meaning),
    ...words.spans.meanings,
  ]
}
