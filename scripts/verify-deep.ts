// npm run verify:deep [-- FAULTS_SECONDS SOAK_SECONDS MUTANTS]: what takes longer; writes docs/verification.md.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SoakResult } from '../bench/src/soak.ts'
import { repository, runNode } from './program.ts'
import { runMutation } from './verify-deep/mutation.ts'
import { type FaultsResult, isFlat, reportOf } from './verify-deep/report.ts'

const given = process.argv.slice(2)
const [faultsSeconds = 600, soakSeconds = 600, mutants = 1_000_000] = given.map(Number)

const runFaults = async (): Promise<FaultsResult> => {
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-verify-'))
  const report = join(folder, 'faults.json')
  try {
    const env = { FAULTS_SECONDS: String(faultsSeconds), FAULTS_REPORT: report }
    const { code } = await runNode(['--test', 'server/test/faults/faults.test.ts'], { output: 'show', env })
    const found = await readFile(report, 'utf8').catch(() => '{}')
    return { ...(JSON.parse(found) as Omit<FaultsResult, 'passed'>), passed: code === 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const runSoak = async (): Promise<SoakResult> => {
  const { code, output } = await runNode(['bench/src/soak.ts', String(soakSeconds)], { output: 'keep' })
  if (code !== 0) throw new Error(output)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as SoakResult
}

const faults = await runFaults()
console.log(JSON.stringify(faults))
const soak = await runSoak()
console.log(JSON.stringify(soak))
const at = new Date()
const mutation = await runMutation(mutants, at.toISOString().slice(0, 10))
const command = ['npm run verify:deep', ...(given.length > 0 ? ['--', ...given] : [])].join(' ')
await writeFile(join(repository, 'docs/verification.md'), reportOf({ at, command, faults, soak, mutation }))
console.log(`wrote docs/verification.md: ${mutation.survivors.length} of ${mutation.tried} mutants survived`)
process.exitCode = faults.passed && isFlat(soak) ? 0 : 1
