// npm run check: whatever can be known without playing a scene. One line for each step; all of them run, also after one failed.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startTestCluster } from '../server/test/support/test-cluster.ts'
import { generatedFiles } from './generated-files.ts'
import { repository, runNode } from './program.ts'

/** What is wrong; undefined when nothing is. */
type Step = () => Promise<string | undefined>

const tool =
  (program: string, ...args: string[]): Step =>
  async () => {
    const { code, output } = await runNode([join(repository, 'node_modules', program), ...args], { output: 'keep' })
    return code === 0 ? undefined : output
  }

const generated: Step = async () => {
  const stale: string[] = []
  for (const { path, make } of generatedFiles) {
    const kept = await readFile(join(repository, path), 'utf8').catch(() => undefined)
    if (kept !== (await make())) stale.push(path)
  }
  return stale.length === 0 ? undefined : `out of date: ${stale.join(', ')}; run "npm run generate"`
}

const guards: Step = async () => {
  const cluster = await startTestCluster()
  try {
    const { code, output } = await runNode(['--test', 'server/test/architecture/*.test.ts'], {
      output: 'keep',
      env: { SHEQUTONG_TEST_DATABASE_URL: cluster.url },
    })
    return code === 0 ? undefined : output
  } finally {
    await cluster.stop()
  }
}

const cruiser = 'dependency-cruiser/bin/dependency-cruiser.mjs'
const parts = ['domain', 'contract', 'server', 'web', 'worlds', 'e2e', 'bench', 'scripts']

const steps: Readonly<Record<string, Step>> = {
  'format and lint': tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  types: tool('typescript/bin/tsc', '--project', 'tsconfig.json'),
  'types of the scenes': tool('typescript/bin/tsc', '--project', 'e2e/tsconfig.json'),
  'types of the web app': tool('typescript/bin/tsc', '--project', 'web/tsconfig.json'),
  'types of its tests': tool('typescript/bin/tsc', '--project', 'web/tsconfig.test.json'),
  'direction of the arrows': tool(cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...parts),
  'generated files': generated,
  guards,
}

let failed = 0
for (const [name, step] of Object.entries(steps)) {
  const startedAt = performance.now()
  const fault = await step().catch((error: unknown) => String(error))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${fault === undefined ? 'ok    ' : 'failed'} ${name} (${seconds} s)`)
  if (fault === undefined) continue
  failed += 1
  console.log(fault.trimEnd())
}
console.log(failed === 0 ? 'check: all ok' : `check: ${failed} of ${Object.keys(steps).length} failed`)
process.exitCode = failed === 0 ? 0 : 1
