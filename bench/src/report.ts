import type { Measured } from './messages.ts'

export type Floor = 'F1' | 'F2' | 'F3'

export interface Row {
  readonly name: string
  readonly rounds: readonly Measured[]
  /** The floors measured for replies of the same size, round by round beside it. */
  readonly floors: Readonly<Partial<Record<Floor, readonly Measured[]>>>
  readonly goal?: { readonly floor: Floor; readonly perSecond: number; readonly p99?: number }
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const of = (rounds: readonly Measured[], what: keyof Measured): number => median(rounds.map((round) => round[what]))

/** The median of the ratios of neighbours in time, not the ratio of medians: the machine's other work cancels out. */
const ratio = (rounds: readonly Measured[], floor: readonly Measured[] | undefined, what: keyof Measured): number =>
  floor === undefined ? Number.NaN : median(rounds.map((round, n) => round[what] / (floor[n]?.[what] ?? Number.NaN)))

const fixed = (value: number, digits: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits))

const verdict = ({ rounds, floors, goal }: Row): string => {
  if (goal === undefined) return 'no goal'
  const floor = floors[goal.floor]
  const speed = ratio(rounds, floor, 'perSecond')
  const tail = ratio(rounds, floor, 'p99Ms')
  const reached = speed >= goal.perSecond && (goal.p99 === undefined || tail <= goal.p99)
  const wanted = `≥ ${goal.perSecond} × ${goal.floor}${goal.p99 === undefined ? '' : `, p99 ≤ ${goal.p99} × ${goal.floor}`}`
  const found = `${fixed(speed, 2)}${goal.p99 === undefined ? '' : `, p99 ${fixed(tail, 2)}`}`
  return `${wanted}: ${found} ${reached ? 'reached' : '**missed**'}`
}

export const tableOf = (rows: readonly Row[]): string => {
  const lines = rows.map((row) => {
    const { name, rounds, floors } = row
    const cells = [
      name,
      fixed(of(rounds, 'perSecond'), 0),
      fixed(of(rounds, 'p50Ms'), 1),
      fixed(of(rounds, 'p99Ms'), 1),
      fixed(of(rounds, 'replyBytes') / 1024, 1),
      ...(['F1', 'F2', 'F3'] as const).map((floor) => fixed(ratio(rounds, floors[floor], 'perSecond'), 2)),
      verdict(row),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '| | requests/s | p50 ms | p99 ms | reply kB | × F1 | × F2 | × F3 | goal |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---|',
    ...lines,
  ].join('\n')
}

/** The same endpoint with little and with much history, round by round beside each other. */
export interface HistoryRow extends Row {
  readonly little: readonly Measured[]
}

/** What a request costs with much history as a multiple of what it costs with little. */
export const mostCost = 1.2

const costOf = ({ little, rounds }: HistoryRow): number => ratio(little, rounds, 'perSecond')

export const historyTableOf = (rows: readonly HistoryRow[]): string => {
  const lines = rows.map((row) => {
    const { name, little, rounds } = row
    const cost = costOf(row)
    const cells = [
      name,
      fixed(of(little, 'perSecond'), 0),
      fixed(of(rounds, 'perSecond'), 0),
      fixed(of(little, 'replyBytes') / 1024, 1),
      fixed(of(rounds, 'replyBytes') / 1024, 1),
      fixed(of(rounds, 'p99Ms'), 1),
      `${fixed(cost, 2)} ${cost <= mostCost ? 'reached' : '**missed**'}`,
      verdict(row),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    `| | requests/s, little | requests/s, much | kB, little | kB, much | p99 ms, much | cost, ≤ ${mostCost} | goal, much |`,
    '|---|---:|---:|---:|---:|---:|---|---|',
    ...lines,
  ].join('\n')
}

export const missedHistory = (rows: readonly HistoryRow[]): string[] =>
  rows.filter((row) => costOf(row) > mostCost || verdict(row).includes('missed')).map(({ name }) => name)

export const missed = (rows: readonly Row[]): string[] =>
  rows.filter((row) => verdict(row).includes('missed')).map(({ name }) => name)
