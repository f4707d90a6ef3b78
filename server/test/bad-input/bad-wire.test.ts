import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type AddressInfo, connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { EndpointName } from '@shequtong/contract/api'
import type { FurnishedWorld } from '../support/furnished-world.ts'
import { addressOf, type SendOptions } from '../support/test-person.ts'
import { type BadInputCast, binary, createCast, endpointOf, names, refusedCleanly, withBody } from './cast.ts'

/** Bodies that are wrong before any field of them is looked at. */
const unreadable: Readonly<Record<string, Buffer>> = {
  'cut off': Buffer.from('{"text": "灯'),
  'two values': Buffer.from('{}{}'),
  'no value': Buffer.from(' '),
  'a trailing comma': Buffer.from('{"text":"x",}'),
  'not a number': Buffer.from('{"text": NaN}'),
  'bytes that are no UTF-8': Buffer.from([0x7b, 0x22, 0x74, 0x22, 0x3a, 0x22, 0xb5, 0xc6, 0xbb, 0xb5, 0x22, 0x7d]),
  'UTF-16': Buffer.from('\ufeff{}', 'utf16le'),
  'a prototype': Buffer.from('{"__proto__": {"isAdmin": true}}'),
  'a prototype in escapes': Buffer.from('{"\\u005f_proto__": {"isAdmin": true}}'),
  'the prototype of a constructor': Buffer.from('{"constructor": {"prototype": {"isAdmin": true}}}'),
  'a hundred thousand brackets': Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)),
  'twenty thousand objects in one another': Buffer.from(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
}

const jsonType = 'application/json'

describe('bad input on the wire', () => {
  let cast: BadInputCast
  let furnished: FurnishedWorld
  before(async () => {
    cast = await createCast()
    furnished = cast.furnished
    await furnished.world.app.listen({ host: '127.0.0.1', port: 0 })
  })
  after(() => furnished.world.close())

  const send = (name: EndpointName, options: SendOptions, query?: Record<string, string>) =>
    cast
      .whoMay(name)
      .send(name, { ...furnished.samples[name], ...(query === undefined ? {} : { query }) } as never, options)
  const raw = (name: EndpointName, type: string, bytes: Buffer) => send(name, { binary: { type, bytes } })

  test('a body that is no JSON, too deep, for a prototype, ten megabytes, or of another type is refused by every write', () =>
    cast.writesNothing(async () => {
      for (const name of withBody) {
        for (const [what, bytes] of Object.entries(unreadable))
          refusedCleanly(`${name}, ${what}`, await raw(name, jsonType, bytes))
        const huge = await raw(name, jsonType, Buffer.alloc(10_000_000, 0x20))
        assert.equal(huge.status, 413, name)
        refusedCleanly(`${name}, ten megabytes`, huge)
        for (const type of [
          'text/xml',
          'text/plain',
          'multipart/form-data; boundary=x',
          'image/png',
          'text/csv',
          'x',
          'application/json, text/xml',
        ]) {
          const wrong = await raw(name, type, Buffer.from('{}'))
          assert.equal(wrong.status, 415, `${name} as ${type}: ${wrong.status}`)
          refusedCleanly(`${name} as ${type}`, wrong)
        }
      }
    }))

  test('of a key that stands twice the last one counts, and is checked', () =>
    cast.writesNothing(async () => {
      for (const name of withBody) {
        const body = furnished.samples[name].body as Record<string, unknown>
        for (const field of Object.keys(body)) {
          const twice = `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(field)}:{"a":1e999}}`
          refusedCleanly(`${name}, ${field} twice`, await raw(name, jsonType, Buffer.from(twice)))
        }
      }
    }))

  test('every endpoint tells its refusal in the language that is asked for', async () => {
    for (const name of names) {
      const endpoint = endpointOf(name)
      // a read that a stranger may make has nothing to refuse but its address
      if (
        endpoint.method === 'GET' &&
        endpoint.permission === 'public' &&
        endpoint.query === undefined &&
        endpoint.params === undefined
      )
        continue
      for (const [asked, told, words] of [
        ['en-GB,en;q=0.9,zh;q=0.1', 'en', /^[\x20-\x7e]+$/],
        ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', /\p{Script=Han}/u],
        [undefined, 'zh-CN', /^[^A-Za-z]+$/],
        ['fr, *;q=0.5', 'zh-CN', /\p{Script=Han}/u],
        ['en;q=0, zh-TW', 'zh-CN', /\p{Script=Han}/u],
      ] as const) {
        const long = '9'.repeat(300)
        const params = Object.fromEntries(
          Object.keys(furnished.samples[name].params ?? {}).map((field) => [field, long]),
        )
        const query = Object.fromEntries(
          Object.keys(endpoint.query?.shape ?? {}).map((field) => [field, '\u202e'.repeat(300)]),
        )
        const answer = await furnished.world.stranger().send(name, { params, query, body: [] } as never, {
          headers: asked === undefined ? {} : { 'accept-language': asked },
        })
        assert.ok(answer.status >= 400 && answer.status < 500, `${name}: ${answer.status}`)
        assert.equal(answer.headers['content-language'], told, `${name} × ${asked}`)
        const { title, detail = '', errors = [] } = answer.problem
        for (const text of [title, detail, ...errors.map((error) => error.detail)])
          assert.match(text, words, `${name} × ${asked}: ${text}`)
      }
    }
  })

  test('a query that is huge, twice there, or hostile is an ordinary answer or a refusal', () =>
    cast.writesNothing(async () => {
      const { app } = furnished.world
      // beginning a sign-in is a read that keeps its state; a query that it does not know is ignored
      for (const name of names.filter((one) => endpointOf(one).method === 'GET' && one !== 'startWechatSignIn')) {
        const person = cast.whoMay(name)
        const sample = furnished.samples[name]
        const declared = Object.keys(endpointOf(name).query?.shape ?? {})
        const queries = [
          `x=${'9'.repeat(8_000)}`,
          Array.from({ length: 2_000 }, (_, i) => `k${i}=1`).join('&'),
          '__proto__[isAdmin]=1&constructor.prototype=1',
          '%00=%00&%ff=%fe&%=%',
          ...declared.flatMap((field) => [
            `${field}=1&${field}=2`,
            `${field}=%00`,
            `${field}=%ff`,
            `${field}=${'9'.repeat(8_000)}`,
          ]),
        ]
        for (const query of queries) {
          const address = addressOf(endpointOf(name), { params: sample.params })
          const answer = await app.inject({ url: `${address}?${query}`, headers: { cookie: person.cookie ?? '' } })
          assert.ok(
            answer.statusCode < 500,
            `${name}?${query.slice(0, 40)}: ${answer.statusCode} ${answer.body.slice(0, 200)}`,
          )
        }
      }
    }))

  test('a hostile place to return to after WeChat is no server error', async () => {
    for (const returnTo of [
      '/%00',
      '/%ff',
      '//evil.example',
      'javascript:alert(1)',
      '/%E2%80%AE',
      '/%ED%A0%80',
      `/${'9'.repeat(8_000)}`,
    ]) {
      const answer = await furnished.world.app.inject({ url: `/api/v1/sign-in/wechat?returnTo=${returnTo}` })
      assert.ok(answer.statusCode < 500, `${returnTo.slice(0, 30)}: ${answer.body}`)
      assert.ok(!answer.body.includes('evil'))
    }
  })

  test('an address that cannot be decoded, or leads nowhere, is not-found in words', async () => {
    for (const url of [
      '/api/v1/%',
      '/api/v1/%ff%fe',
      '/api/v1/communities/%zz/feed',
      '/api/v1/nothing',
      '/api/v1/__proto__',
      `/api/v1/${'x/'.repeat(500)}`,
    ]) {
      const answer = await furnished.world.app.inject({ url })
      assert.equal(answer.statusCode, 404, url)
      assert.equal((answer.json() as { type: string }).type, '/problems/not-found')
      assert.match((answer.json() as { detail: string }).detail, /\p{Script=Han}/u)
    }
  })

  /** Bytes as they are, over a connection of their own; what came back until it closed. */
  const say = (bytes: string | Buffer, hangUp = false): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = furnished.world.app.server.address() as AddressInfo
      const socket = connect(port, '127.0.0.1')
      let heard = ''
      socket.on('data', (data) => {
        heard += data
      })
      socket.once('close', () => resolve(heard))
      socket.once('error', (error) => (hangUp || heard !== '' ? resolve(heard) : reject(error)))
      socket.write(bytes, () => {
        if (hangUp) setTimeout(() => socket.destroy(), 20)
      })
    })
  const head = (name: EndpointName, more: string) =>
    `${endpointOf(name).method} ${addressOf(endpointOf(name), furnished.samples[name])} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n` +
    `Cookie: ${cast.whoMay(name).cookie ?? ''}\r\nIdempotency-Key: ${randomUUID()}\r\n${more}`

  test('a flood of headers, one header too long, and a request that is none end in a problem; the server goes on', async () => {
    const flood = Array.from({ length: 1_900 }, (_, i) => `X-${i}: ${'y'.repeat(20)}\r\n`).join('')
    for (const [bytes, status] of [
      [head('readMe', `${flood}\r\n`), 431],
      [head('readMe', `X: ${'y'.repeat(40_000)}\r\n\r\n`), 431],
      [head('readMe', 'Content-Length: 1\r\nContent-Length: 2\r\n\r\n'), 400],
      ['GET /api/v1/me HTTP/1.1\r\nHo st: x\r\n\r\n', 400],
      ['\u0000\u0001\u0002 灯\r\n\r\n', 400],
      [`GET /api/v1/me?${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ] as const) {
      const heard = await say(bytes)
      assert.match(heard, new RegExp(`^HTTP/1.1 ${status} `), heard.slice(0, 100))
      const problem = JSON.parse(heard.slice(heard.indexOf('\r\n\r\n') + 4)) as { status: number; detail: string }
      assert.equal(problem.status, status)
      assert.match(problem.detail, /\p{Script=Han}/u)
    }
    assert.equal((await furnished.asker.send('readMe')).status, 200)
  })

  test('whatever was cut off on its way writes nothing, for every body and every upload', () =>
    cast.writesNothing(async () => {
      for (const name of [...withBody, ...binary]) {
        const { body, binary: file } = furnished.samples[name]
        const bytes = file?.bytes ?? Buffer.from(JSON.stringify(body))
        const type = file?.type ?? jsonType
        const start = head(name, `Content-Type: ${type}\r\nContent-Length: ${bytes.length + 1}\r\n\r\n`)
        await say(Buffer.concat([Buffer.from(start), bytes]), true)
        const half = head(
          name,
          `Content-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n${(bytes.length + 100).toString(16)}\r\n`,
        )
        await say(Buffer.concat([Buffer.from(half), bytes]), true)
      }
      assert.equal((await furnished.asker.send('readMe')).status, 200)
    }))
})
