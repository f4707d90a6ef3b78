import type { PeriodCounted } from '@shequtong/contract/command-center'
import type { CommandCenterWords } from '../messages/command-center.ts'
import type { ChartTable } from './csv.ts'
import { boundsLine, bucketLabel } from './spans.ts'

export const steps = ['heard', 'answered', 'resolved'] as const

/** All numbers of a period beside those of the days before: what happened, half and nine in ten, and each bar. */
export const spansTable = (counted: PeriodCounted, words: CommandCenterWords): ChartTable => {
  const { spans, period, deeds } = words
  const { before } = counted
  const beside = <T extends string | number>(value: T): readonly T[] => (before === null ? [] : [value])
  return {
    columns: [spans.step, spans.howLong, period[counted.period], ...beside(period.before[counted.period])],
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
export const spansMeanings = (counted: PeriodCounted, words: CommandCenterWords): readonly string[] => {
  const { meanings } = words.period
  const { before, fromOn, toOn } = counted
  return [
    fromOn === null ? meanings.always(toOn) : meanings.days(fromOn, toOn),
    ...(before?.fromOn == null ? [] : [meanings.before(before.fromOn, before.toOn)]),
    ...counted.deeds.map(({ kind }) => words.deeds[kind].meaning),
    ...words.spans.meanings,
  ]
}
