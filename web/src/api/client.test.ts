import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, test } from 'node:test'
import { createClient } from './client.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { ConnectionError, ProblemError } from './problem-error.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
interface Seen {
  method: string | undefined
  url: string | undefined
  key: string | string[] | undefined
  body: string
}

let answers: Answer[] = []
let seen: Seen[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  seen.push({ method: request.method, url: request.url, key: request.headers['idempotency-key'], body })
  const answer = answers.shift()
  assert.ok(answer, 'asked once more than expected')
  answer(request, response)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => server.close())
const client = createClient({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, retryAfterMs: 5 })

beforeEach(() => {
  answers = []
  seen = []
  client.onUnauthenticated = undefined
})

const json =
  (value: unknown, status = 200, type = 'application/json; charset=utf-8'): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value))
  }
const problem = (slug: string, status: number, extension: object = {}): Answer =>
  json({ type: `/problems/${slug}`, title: slug, status, ...extension }, status, 'application/problem+json')
const hangUp: Answer = (request) => {
  request.socket.destroy()
}

const submission = {
  params: { communityId: 9 },
  body: { kind: 'matter', text: '路灯坏了', place: '92号楼' },
} as const

test('a feed is read under its community, its cursor encoded, without a key', async () => {
  answers = [json({ items: [], nextCursor: null })]
  const reply = await client.request('listFeed', { params: { communityId: 9 }, query: { cursor: 'a/b=' } })
  assert.deepEqual(reply, { items: [], nextCursor: null })
  assert.deepEqual(seen, [
    { method: 'GET', url: '/api/v1/communities/9/feed?cursor=a%2Fb%3D', key: undefined, body: '' },
  ])
})

test('an absent cursor and a code with a slash leave no trace in the path', async () => {
  answers = [json({ items: [], nextCursor: null }), json({})]
  await client.request('listFeed', { params: { communityId: 9 }, query: { cursor: undefined } })
  await client.request('openJoinCode', { params: { code: '../me' } })
  assert.deepEqual(
    seen.map(({ url }) => url),
    ['/api/v1/communities/9/feed', '/api/v1/join/..%2Fme'],
  )
})

test('a submission whose connection broke is sent once more under the same key', async () => {
  answers = [hangUp, json({ serviceRequestId: 'x' })]
  const reply = await client.request('submitServiceRequest', submission)
  assert.equal(reply.serviceRequestId, 'x')
  assert.equal(seen.length, 2)
  assert.match(String(seen[0]?.key), /^[\da-f-]{36}$/)
  assert.equal(seen[0]?.key, seen[1]?.key)
  assert.deepEqual(JSON.parse(seen[1]?.body ?? ''), submission.body)
})

test('a submission that finds no server twice says so', async () => {
  answers = [hangUp, hangUp]
  await assert.rejects(client.request('submitServiceRequest', submission), ConnectionError)
  assert.equal(seen.length, 2)
})

test('a read that finds no server is not repeated here', async () => {
  answers = [hangUp]
  await assert.rejects(client.request('readMe', {}), ConnectionError)
  assert.equal(seen.length, 1)
})

test('a key of the caller is kept, and a write without words sends an empty object', async () => {
  answers = [json({ done: true })]
  await client.request('signOut', {}, { idempotencyKey: 'pressed-twice' })
  assert.deepEqual(seen, [{ method: 'POST', url: '/api/v1/sign-out', key: 'pressed-twice', body: '{}' }])
})

test('a refused transition tells from where and what is allowed', async () => {
  answers = [problem('transition-refused', 409, { from: 'confirmed', allowed: ['reply', 'note'] })]
  const params = { communityId: 9, serviceRequestId: newIdempotencyKey() }
  await assert.rejects(client.request('confirmServiceRequest', { params }), (error: unknown) => {
    assert.ok(error instanceof ProblemError)
    assert.deepEqual(
      [error.slug, error.status, error.from, error.allowed, error.errors],
      ['transition-refused', 409, 'confirmed', ['reply', 'note'], []],
    )
    return true
  })
  assert.equal(seen.length, 1)
})

test('invalid input names the field', async () => {
  const errors = [{ pointer: '/text', code: 'personal-data-in-text', detail: 'phone 3-14' }]
  answers = [problem('invalid-input', 422, { errors })]
  await assert.rejects(client.request('submitServiceRequest', submission), { slug: 'invalid-input', errors })
})

test('whoever is no longer signed in is noticed once', async () => {
  let noticed = 0
  client.onUnauthenticated = () => {
    noticed += 1
  }
  answers = [problem('unauthenticated', 401)]
  await assert.rejects(client.request('listSessions', {}), { slug: 'unauthenticated' })
  assert.equal(noticed, 1)
})

test('a page of a proxy in between becomes the nearest problem', async () => {
  answers = [json('<html>', 502, 'text/html')]
  await assert.rejects(client.request('readMe', {}), { slug: 'dependency-unavailable', status: 502 })
})

test('a read that is given up rejects with the reason and not as a lost connection', async () => {
  const giveUp = new AbortController()
  answers = [() => giveUp.abort(new Error('left the page'))]
  await assert.rejects(client.request('readMe', {}, { signal: giveUp.signal }), /left the page/)
})

test('without https a key is built from random bytes and is still a version 4 UUID', () => {
  const plain = { getRandomValues: crypto.getRandomValues.bind(crypto) } as Crypto
  const keys = new Set(Array.from({ length: 50 }, () => newIdempotencyKey(plain)))
  assert.equal(keys.size, 50)
  for (const key of keys) assert.match(key, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})
