import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { StartRefusal } from '../platform/start-refusal.ts'
import { buildWebIfStale } from './build-web.ts'

let root = ''

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'shequtong-web-'))
  await mkdir(join(root, 'web', 'src'), { recursive: true })
  await symlink(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(root, 'node_modules'))
  await writeFile(join(root, 'web', 'package.json'), '{"type":"module"}')
  await writeFile(join(root, 'web', 'index.html'), '<script type="module" src="./src/main.ts"></script>')
  await writeFile(join(root, 'web', 'src', 'main.ts'), 'document.title = "one"')
})

after(() => rm(root, { recursive: true, force: true }))

test('a start builds the web app once, and again only after a source changed', async () => {
  assert.equal(await buildWebIfStale(root), 'built')
  const first = await readFile(join(root, 'web', 'dist', 'index.html'), 'utf8')
  assert.equal(await buildWebIfStale(root), 'fresh')
  await writeFile(join(root, 'web', 'src', 'main.test.ts'), 'a test is no part of the app')
  assert.equal(await buildWebIfStale(root), 'fresh')
  await writeFile(join(root, 'web', 'src', 'main.ts'), 'document.title = "two"')
  assert.equal(await buildWebIfStale(root), 'built')
  assert.notEqual(await readFile(join(root, 'web', 'dist', 'index.html'), 'utf8'), first)
})

test('a source that does not build is refused with the reason, and the old app stays', async () => {
  const before = await readFile(join(root, 'web', 'dist', 'index.html'), 'utf8')
  await writeFile(join(root, 'web', 'src', 'main.ts'), 'import "./absent.ts"')
  await assert.rejects(buildWebIfStale(root), (error) => {
    assert.ok(error instanceof StartRefusal)
    assert.equal(error.code, 'web-app-not-built')
    assert.match(error.sentenceEn, /absent/)
    return true
  })
  assert.equal(await readFile(join(root, 'web', 'dist', 'index.html'), 'utf8'), before)
})
