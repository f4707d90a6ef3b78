import { availableParallelism, totalmem } from 'node:os'
import type { SoakResult } from '../../bench/src/soak.ts'
import type { MutationResult } from './mutation.ts'

export interface FaultsResult {
  readonly passed: boolean
  readonly seed?: string
  readonly seconds?: number
  readonly faults?: Readonly<Record<string, number>>
  readonly sent?: number
  readonly acknowledged?: number
  readonly withoutAnswer?: number
  readonly photos?: number
  readonly answeredWithPhotos?: number
  /** From a kill until the program was ready again. */
  readonly slowestRecoveryMs?: number
  /** Of a run that failed: its first words, and when. */
  readonly cause?: string
  readonly failedAfterMs?: number
}

export interface RecountResult {
  readonly passed: boolean
  readonly interactions: number
  readonly seconds: number
  /** What the district counts, the demo's own among them. */
  readonly counted?: number
  readonly events?: number
  /** Different counters of the command center, each also by day. */
  readonly counters?: number
  readonly rules?: number
}

interface Run<Result> {
  readonly on: string
  readonly machine: string
  readonly command: string
  readonly result: Result
}

/** The latest result of each part. */
export interface Kept {
  readonly faults?: Run<FaultsResult>
  readonly soak?: Run<SoakResult>
  readonly recount?: Run<RecountResult>
  readonly mutation?: Run<MutationResult>
}
export type PartName = keyof Kept

export const machine = (): string => `${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB`

/** Growth above these between the first and the last third of a soak counts as a leak. */
const memoryMayGrow = 1.2
const latencyMayGrow = 1.5

const growth = ([first, last]: readonly [number, number]): number => last / first

export const isFlat = (soak: SoakResult): boolean =>
  growth(soak.heapMb) <= memoryMayGrow && growth(soak.p50PerFloor) <= latencyMayGrow

/** Mutation has no bar of its own: its survivors are read. */
export const hasPassed = (kept: Kept, part: PartName): boolean => {
  if (part === 'faults') return kept.faults?.result.passed === true
  if (part === 'recount') return kept.recount?.result.passed === true
  return part === 'mutation' || (kept.soak !== undefined && isFlat(kept.soak.result))
}

const pair = ([first, last]: readonly [number, number], unit: string): string =>
  `${first.toFixed(1)} → ${last.toFixed(1)} ${unit}`

const duration = (seconds: number | undefined): string =>
  seconds === undefined ? '–' : seconds < 120 ? `${seconds} s` : `${(seconds / 60).toFixed(0)} min`

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`)

const faultsLine = ({ faults, ...found }: FaultsResult): string => {
  if (!found.passed && found.cause !== undefined)
    return `${duration(found.seconds)} | **failed** | after ${seconds(found.failedAfterMs)}: ${found.cause} (seed ${found.seed ?? '–'})`
  const kinds = Object.entries(faults ?? {}).map(([kind, count]) => `${kind} ${count}`)
  return `${duration(found.seconds)} | ${found.passed ? 'passed' : '**failed**'} | died: ${kinds.join(', ')}; ${found.sent ?? '–'} requests, ${found.withoutAnswer ?? '–'} without an answer; ${found.acknowledged ?? '–'} acknowledged writes, none lost, none doubled; ${found.photos ?? '–'} photos whole, ${found.answeredWithPhotos ?? '–'} of them in answers and replies; ready again after ${seconds(found.slowestRecoveryMs)} at the latest (seed ${found.seed ?? '–'})`
}

const soakLine = (soak: SoakResult): string =>
  `${duration(soak.seconds)} | ${isFlat(soak) ? 'flat' : '**not flat**'} | ${soak.requests} requests; first → last third: heap ${pair(soak.heapMb, 'MB')}, resident ${pair(soak.residentMb, 'MB')}, p50 ${pair(soak.p50Ms, 'ms')}, p99 ${pair(soak.p99Ms, 'ms')}, p50 as a multiple of floor F2's ${pair(soak.p50PerFloor, '')}`

const recountLine = ({ passed, seconds, counted, events, counters, rules }: RecountResult): string =>
  `${duration(seconds)} | ${passed ? 'equal' : '**not equal**'} | ${counted ?? '–'} interactions counted, ${events ?? '–'} events, ${counters ?? '–'} counters each also by day; ${rules ?? '–'} rules kept by every row`

const mutationLine = ({ tried, possible, killed, survivors }: MutationResult): string =>
  `${tried} of ${possible} mutants | ${((100 * killed) / tried).toFixed(1)} % noticed | ${survivors.length} survived`

const row = <Result>(name: string, run: Run<Result> | undefined, line: (result: Result) => string): string =>
  run === undefined ? '' : `| ${name} | ${run.on} | \`${run.command}\` | ${line(run.result)} |\n`

export const reportOf = ({ faults, soak, recount, mutation }: Kept): string => {
  const survivors = (mutation?.result.survivors ?? []).map(
    ({ file, line, was, becomes }) => `- \`${file}:${line}\` \`${was}\` → \`${becomes}\``,
  )
  const machines = [
    ...new Set([faults, soak, recount, mutation].flatMap((run) => (run === undefined ? [] : [run.machine]))),
  ]
  return `# Verification that takes longer

What \`npm test\` has no time for. This page is written by \`npm run verify:deep\`; each part may be run alone, and its latest
result stands here. Machine: ${machines.join('; ')}.

| part | on | command | for | result | |
|---|---|---|---|---|---|
${row('Faults', faults, faultsLine)}${row('Soak', soak, soakLine)}${row('Recount', recount, recountLine)}${row('Mutation of domain/src', mutation, mutationLine)}
Faults: the real program is killed (SIGKILL), its database's postmaster is killed, both, and the connection of the working relay is cut, one after the other at random, under load with retries by idempotency key. A ledger outside compares: every acknowledged write is in the database once, every fact had its effects once, the counters equal a rebuild, every photo stands where it was put and is readable. A server that ends although nobody killed it fails the run.

Soak: heap may grow by ${Math.round((memoryMayGrow - 1) * 100)} %, p50 (as a multiple of the floor's beside it, see benchmarks.md) by ${Math.round((latencyMayGrow - 1) * 100)} %, between the first and the last third.

Recount: a large world (\`npm run seed\`) is told whole; its rows keep the rules that \`npm run seed -- check\` knows, and every counter of the command center, by day and in total, is what a count of the events alone gives.

Mutation: our own mutator of a hundred lines over TypeScript's parser, which is here anyway. Stryker has no runner for node:test that strips types and would add some thirty packages.

${mutation === undefined ? '' : survivors.length === 0 ? 'No mutant survived.\n' : `Survivors:\n\n${survivors.join('\n')}\n`}`
}
