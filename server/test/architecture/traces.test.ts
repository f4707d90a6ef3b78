import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listFiles } from './repository-files.ts'
import { downloadAddresses, tracesIn } from './traces.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const own = 'server/test/architecture/traces.test.ts'
const text = /\.(ts|tsx|mjs|cjs|js|json|css|html|sql|md|csv|svg|yml|yaml|txt)$|(^|\/)(\.npmrc|run|LICENSE)$/

test('no file remembers the machine it was written on', async () => {
  const paths = (await listFiles(repository)).filter((path) => text.test(path) && path !== own)
  const found = await Promise.all(
    paths.map(async (path) => tracesIn(path, await readFile(join(repository, path), 'utf8'))),
  )
  assert.ok(paths.length > 200)
  assert.deepEqual(found.flat(), [])
})

test('the lock file names no registry', async () => {
  assert.deepEqual(downloadAddresses(await readFile(join(repository, 'package-lock.json'), 'utf8')), [])
})

test('a path of a machine, a registry and a key are caught, an address below the site is not', () => {
  const found = (line: string) => tracesIn('x', line).length
  assert.equal(found("open('/checkout/main/server')"), 1)
  assert.equal(found("read('/srv/shequtong/server/src/main.ts')"), 1)
  assert.equal(found('cd /home/wu/shequtong'), 1)
  assert.equal(found('cd /tmp/brief'), 1)
  assert.equal(found('C:\\Users\\wu'), 1)
  assert.equal(found('registry=https://registry.npmjs.org/'), 1)
  assert.equal(found('-----BEGIN RSA PRIVATE KEY-----'), 1)
  assert.equal(found('GET /work/registrations, https://example.org/home/page/one and ../../server/src/main.ts'), 0)
})

test('a lock file that says where it downloaded from is caught, a workspace link is not', () => {
  const lock = { packages: { a: { resolved: 'https://example.org/a.tgz' }, b: { resolved: 'server', link: true } } }
  assert.deepEqual(downloadAddresses(JSON.stringify(lock)), ['a from https://example.org/a.tgz'])
})
