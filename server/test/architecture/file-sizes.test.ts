import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { measure, percentile, tooLong } from './file-sizes.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))

const excused = {
  'server/migrations/0001_foundation.sql': 'one schema, read from top to bottom; a landed migration is never edited',
}

test('no file is too long to read, and most are short', async (t) => {
  const sizes = await measure(repository)
  assert.ok(sizes.length > 200)
  assert.deepEqual(tooLong(sizes, excused), [])
  const p50 = percentile(sizes, 0.5)
  const p90 = percentile(sizes, 0.9)
  t.diagnostic(`${sizes.length} files, lines p50 ${p50}, p90 ${p90}`)
  assert.ok(p50 <= 80, `median ${p50}`)
  assert.ok(p90 <= 250, `p90 ${p90}`)
})

test('one line too many is caught, in code at 401 and in tests at 601; generated and foreign files are not read', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-sizes-'))
  t.after(() => rm(folder, { recursive: true }))
  const put = async (path: string, lines: number, line = 'x\n') => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), line.repeat(lines))
  }
  await put('src/just.ts', 400)
  await put('src/long.ts', 401)
  await put('src/just.test.ts', 600)
  await put('src/long.test.ts', 601)
  await put('src/windows.ts', 401, 'x\r\n')
  await put('src/old-mac.ts', 401, 'x\r')
  await put('src/script.js', 401)
  await put('src/claimed.gen.ts', 401)
  await put('web/src/api/endpoints.gen.ts', 5000)
  await put('node_modules/foreign/index.ts', 5000)
  await put('src/words.md', 5000)
  const sizes = await measure(folder)
  assert.deepEqual(tooLong(sizes), [
    'src/claimed.gen.ts has 401 lines',
    'src/long.test.ts has 601 lines',
    'src/long.ts has 401 lines',
    'src/old-mac.ts has 401 lines',
    'src/script.js has 401 lines',
    'src/windows.ts has 401 lines',
  ])
  assert.deepEqual(tooLong(sizes, { 'src/long.ts': 'because', 'src/just.ts': 'because' }), [
    'src/claimed.gen.ts has 401 lines',
    'src/long.test.ts has 601 lines',
    'src/old-mac.ts has 401 lines',
    'src/script.js has 401 lines',
    'src/windows.ts has 401 lines',
    'src/just.ts needs no excuse',
  ])
})
