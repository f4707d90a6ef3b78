import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const fixture = fileURLToPath(new URL('./fixtures/arrows/', import.meta.url))
const cruiser = join(
  dirname(fileURLToPath(import.meta.resolve('dependency-cruiser'))),
  '../../bin/dependency-cruiser.mjs',
)

interface Found {
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number }
}

const cruise = (folder: string, paths: readonly string[]): Promise<Found['summary']> =>
  new Promise((resolve, reject) => {
    const args = [cruiser, '--config', join(repository, '.dependency-cruiser.cjs'), '--output-type', 'json', ...paths]
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e9 }, (error, out, said) => {
      try {
        resolve((JSON.parse(out) as Found).summary)
      } catch {
        reject(error ?? new Error(said))
      }
    })
  })

test('every arrow of the repository points the right way', async () => {
  const { violations, totalCruised } = await cruise(
    repository,
    ['domain', 'contract', 'server', 'web', 'worlds', 'e2e', 'bench'].map((part) => `${part}/src`),
  )
  assert.ok(totalCruised > 100, `only ${totalCruised} files were looked at`)
  assert.deepEqual(
    violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    [],
  )
})

test('each rule catches the file that breaks it, and what is allowed passes', async () => {
  const { violations } = await cruise(fixture, ['domain', 'contract', 'server', 'web', 'worlds'])
  const caught = [...new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort()
  assert.deepEqual(caught, [
    'contract-needs-domain-and-zod: contract/src/shape.ts',
    'domain-stands-alone: domain/src/reads-file.ts',
    'domain-stands-alone: domain/src/rule.ts',
    'every-import-resolves: server/src/people/nowhere.ts',
    'features-do-not-start-the-program: server/src/people/starts.ts',
    'features-meet-through-public: server/src/people/commands/move.ts',
    'http-mounts-routes: server/src/http/reaches-in.ts',
    'no-barrels: server/src/people/uses-barrel.ts',
    'no-cycles: server/src/people/round.ts',
    'platform-knows-no-feature: server/src/platform/clever.ts',
    'server-never-web-or-worlds: server/src/people/seeds.ts',
    'start-loads-worlds-lazily: server/src/start/eager.ts',
    'tests-stay-outside: server/src/people/helped.ts',
    'web-carries-no-schemas: web/src/schemas.ts',
    'web-never-server: web/src/screen.ts',
    'worlds-need-no-screen: worlds/src/paints.ts',
  ])
})
