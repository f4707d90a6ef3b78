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
}

export interface DeepResult {
  readonly at: Date
  readonly command: string
  readonly faults: FaultsResult
  readonly soak: SoakResult
  readonly mutation: MutationResult
}

/** Growth above these between the first and the last third of a soak counts as a leak. */
const memoryMayGrow = 1.2
const latencyMayGrow = 1.5

const growth = ([first, last]: readonly [number, number]): number => last / first

export const isFlat = (soak: SoakResult): boolean =>
  growth(soak.heapMb) <= memoryMayGrow && growth(soak.p50PerFloor) <= latencyMayGrow

const pair = ([first, last]: readonly [number, number], unit: string): string =>
  `${first.toFixed(1)} → ${last.toFixed(1)} ${unit}`

const duration = (seconds: number | undefined): string =>
  seconds === undefined ? '–' : seconds < 120 ? `${seconds} s` : `${(seconds / 60).toFixed(0)} min`

export const reportOf = ({ at, command, faults, soak, mutation }: DeepResult): string => {
  const kinds = Object.entries(faults.faults ?? {}).map(([kind, count]) => `${kind} ${count}`)
  const survivors = mutation.survivors.map(
    ({ file, line, was, becomes }) => `- \`${file}:${line}\` \`${was}\` → \`${becomes}\``,
  )
  return `# Verification that takes longer

What \`npm test\` has no time for. This page is written by \`npm run verify:deep\`.

- Date: ${at.toISOString().slice(0, 10)}
- Machine: ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB
- Command: \`${command}\`

| part | for | result | |
|---|---|---|---|
| Faults | ${duration(faults.seconds)} | ${faults.passed ? 'passed' : '**failed**'} | died: ${kinds.join(', ')}; ${faults.sent ?? '–'} requests, ${faults.withoutAnswer ?? '–'} without an answer; ${faults.acknowledged ?? '–'} acknowledged writes, none lost, none doubled; ${faults.photos ?? '–'} photos whole (seed ${faults.seed ?? '–'}) |
| Soak | ${duration(soak.seconds)} | ${isFlat(soak) ? 'flat' : '**not flat**'} | ${soak.requests} requests; first → last third: heap ${pair(soak.heapMb, 'MB')}, resident ${pair(soak.residentMb, 'MB')}, p50 ${pair(soak.p50Ms, 'ms')}, p99 ${pair(soak.p99Ms, 'ms')}, p50 as a multiple of floor F2's ${pair(soak.p50PerFloor, '')} |
| Mutation of domain/src | ${mutation.tried} of ${mutation.possible} mutants | ${((100 * mutation.killed) / mutation.tried).toFixed(0)} % noticed | ${mutation.survivors.length} survived |

Faults: the real program is killed (SIGKILL), its database's postmaster is killed, both, and the connection of the working relay is cut, one after the other at random, under load with retries by idempotency key. A ledger outside compares: every acknowledged write is in the database once, every fact had its effects once, the counters equal a rebuild, every photo is readable.

Soak: heap may grow by ${Math.round((memoryMayGrow - 1) * 100)} %, p50 (as a multiple of the floor's beside it, see benchmarks.md) by ${Math.round((latencyMayGrow - 1) * 100)} %, between the first and the last third.

Mutation: our own mutator of a hundred lines over TypeScript's parser, which is here anyway. Stryker has no runner for node:test that strips types and would add some thirty packages.

${survivors.length === 0 ? 'No mutant survived.' : `Survivors:\n\n${survivors.join('\n')}`}
`
}
