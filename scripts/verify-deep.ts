// npm run verify:deep [-- faults SECONDS] [soak SECONDS] [recount INTERACTIONS] [mutation MUTANTS]: what takes longer, all of it or
// the named parts. The latest result of each is kept in docs/verification.gen.json; docs/verification.md is written from it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SoakResult } from '../bench/src/soak.ts'
import { repository, runNode } from './program.ts'
import { runMutation } from './verify-deep/mutation.ts'
import {
  type FaultsResult,
  hasPassed,
  type Kept,
  machine,
  type PartName,
  type RecountResult,
  reportOf,
} from './verify-deep/report.ts'

const sizes: Record<PartName, number> = { faults: 600, soak: 600, recount: 1_000_000, mutation: 1_000_000 }

const runFaults = async (seconds: number): Promise<FaultsResult> => {
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-verify-'))
  const report = join(folder, 'faults.json')
  try {
    const env = { FAULTS_SECONDS: String(seconds), FAULTS_REPORT: report }
    const { code } = await runNode(['--test', 'server/test/faults/faults.test.ts'], { output: 'show', env })
    const found = await readFile(report, 'utf8').catch(() => '{}')
    return { ...(JSON.parse(found) as Omit<FaultsResult, 'passed'>), passed: code === 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const runSoak = async (seconds: number): Promise<SoakResult> => {
  const { code, output } = await runNode(['bench/src/soak.ts', String(seconds)], { output: 'keep' })
  if (code !== 0) throw new Error(output)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as SoakResult
}

const runRecount = async (interactions: number): Promise<RecountResult> => {
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-verify-'))
  const report = join(folder, 'recount.json')
  const since = performance.now()
  try {
    const env = { RECOUNT_INTERACTIONS: String(interactions), RECOUNT_REPORT: report }
    const { code } = await runNode(['--test', 'worlds/src/runner/large/test-recount.ts'], { output: 'show', env })
    const found = JSON.parse(await readFile(report, 'utf8').catch(() => '{}')) as Partial<RecountResult>
    const seconds = Math.round((performance.now() - since) / 1_000)
    return { ...found, interactions, seconds, passed: code === 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const today = new Date().toISOString().slice(0, 10)
const parts = {
  faults: runFaults,
  soak: runSoak,
  recount: runRecount,
  mutation: (atMost: number) => runMutation(atMost, today),
} as const

const given = process.argv.slice(2)
const isPart = (word: string): word is PartName => Object.hasOwn(parts, word)
if (given.some((word, i) => (i % 2 === 0 ? !isPart(word) : !(Number(word) > 0))) || given.length % 2 === 1) {
  console.error(
    'usage: npm run verify:deep [-- faults SECONDS] [soak SECONDS] [recount INTERACTIONS] [mutation MUTANTS]',
  )
  process.exit(2)
}
for (let i = 0; i < given.length; i += 2) sizes[given[i] as PartName] = Number(given[i + 1])
const wanted =
  given.length === 0
    ? (Object.keys(parts) as PartName[])
    : (Object.keys(parts) as PartName[]).filter((part) => given.includes(part))
const command = ['npm run verify:deep', ...(given.length > 0 ? ['--', ...given] : [])].join(' ')

const store = join(repository, 'docs/verification.gen.json')
for (const part of wanted) {
  const result = await parts[part](sizes[part])
  const kept = JSON.parse(await readFile(store, 'utf8').catch(() => '{}')) as Kept
  const now: Kept = { ...kept, [part]: { on: today, machine: machine(), command, result } }
  await writeFile(store, `${JSON.stringify(now, undefined, 2)}\n`)
  await writeFile(join(repository, 'docs/verification.md'), reportOf(now))
  console.log(`${part}: ${hasPassed(now, part) ? 'passed' : 'FAILED'}; wrote docs/verification.md`)
  if (!hasPassed(now, part)) process.exitCode = 1
}
