import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { compressBelow } from '../start/compress.ts'
import { serveWebApp } from './web-app.ts'

const page = `<!doctype html>${'<p>邻里近事</p>'.repeat(200)}`
const script = `document.title = "${'a'.repeat(2_000)}"`
let folder: string
let app: FastifyInstance

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shequtong-dist-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'assets/app.js'), script)
  await writeFile(join(folder, 'small.js'), 'let small')
  await compressBelow(folder)
  app = Fastify()
  await serveWebApp(app, folder)
})
after(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const get = (url: string, encoding = '') => app.inject({ url, headers: { 'accept-encoding': encoding } })

test('a phone gets the app compressed as it likes best, and the same app', async () => {
  const [plain, gzipped, smallest] = [await get('/home'), await get('/home', 'gzip'), await get('/home', 'gzip, br')]
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.equal(plain.body, page)
  assert.equal(gzipped.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(gzipped.rawPayload).toString(), page)
  assert.equal(smallest.headers['content-encoding'], 'br')
  assert.equal(brotliDecompressSync(smallest.rawPayload).toString(), page)
  for (const answer of [gzipped, smallest]) {
    assert.match(String(answer.headers['content-type']), /^text\/html/)
    assert.match(String(answer.headers.vary), /accept-encoding/i)
    assert.equal(answer.headers['cache-control'], 'no-cache')
  }
})

test('a file of the app is kept for ever, also compressed; one too small to gain is sent as it is', async () => {
  const sent = await get('/assets/app.js', 'br')
  assert.match(String(sent.headers['content-type']), /javascript/)
  assert.match(String(sent.headers['cache-control']), /immutable/)
  assert.ok(sent.rawPayload.length < 200)
  assert.equal((await get('/small.js', 'br')).body, 'let small')
})

test('a file that is not there is not-found and never the app in disguise', async () => {
  assert.equal((await get('/assets/old.js', 'br')).statusCode, 404)
})
