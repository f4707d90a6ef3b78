import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { hiddenImportsIn } from './hidden-imports.ts'
import { listFiles } from './repository-files.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const program = /^(domain|contract|server|web|worlds)\/src\/.*(?<!\.test)\.tsx?$/

/** Each loads something that is no file of ours. */
const known = [
  'server/src/platform/database/embedded-binaries.ts requires',
  'server/src/qr-codes/poster/font-family.ts requires',
  'server/src/start/build-web-program.ts imports a name that is made up',
  'server/src/start/build-web-program.ts requires',
]

test('no source goes past the arrows, but the few that look for programs and fonts of packages', async () => {
  const paths = (await listFiles(repository)).filter((path) => program.test(path))
  assert.ok(paths.length > 500, `${paths.length} files`)
  const found = await Promise.all(
    paths.map(async (path) => hiddenImportsIn(path, await readFile(join(repository, path), 'utf8'))),
  )
  assert.deepEqual(found.flat().sort(), known)
})

test('a made-up name, a pattern and a require are caught; a plain name and a sentence about imports are not', () => {
  const caught = (text: string) => hiddenImportsIn('web/src/x.ts', text).length
  assert.equal(caught('await import(`../../server/src/main.ts`)'), 1)
  assert.equal(caught("await import('../../ser' + 'ver/src/main.ts')"), 1)
  assert.equal(caught('await import (path)'), 1)
  assert.equal(caught("import.meta.glob('../../server/src/*.ts')"), 1)
  assert.equal(caught("createRequire(import.meta.url)('../../server/src/main.ts')"), 1)
  assert.equal(caught("require('../../server/src/main.ts')"), 1)
  assert.equal(caught("await import('./page.tsx')\nimport('x', { with: { type: 'json' } })"), 0)
  assert.equal(caught('// what import(path) would do\n/* require(x) */'), 0)
})
