import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { createFurnishedWorld, type FurnishedWorld } from '../support/furnished-world.ts'
import { addressOf, type TestPerson } from '../support/test-person.ts'
import { spoiltBodies, wrongWholes } from './bad-bodies.ts'

const names = Object.keys(api) as EndpointName[]
const endpointOf = (name: EndpointName): AnyEndpoint => api[name]
const withBody = names.filter((name) => endpointOf(name).body !== undefined)
const binary = names.filter((name) => endpointOf(name).binaryBody !== undefined)
const withIds = names.filter((name) => endpointOf(name).params !== undefined)

/** `null` is what some fields take, and an empty list or object what others do: then it is no bad input. */
const accepts = (name: EndpointName, body: unknown): boolean => endpointOf(name).body.safeParse(body).success

describe('bad input: every endpoint × everything that may be wrong with it', () => {
  let furnished: FurnishedWorld
  let officer: TestPerson
  let district: TestPerson
  let stranger: TestPerson

  before(async () => {
    furnished = await createFurnishedWorld()
    const { world } = furnished
    officer = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '秦干事')
    district = await world.inRole('districtOfficer', world.home.districtId, '杜科长')
    stranger = world.stranger()
  })
  after(() => furnished.world.close())

  /** Somebody who may do it, so that the input alone is what is refused. */
  const whoMay = (name: EndpointName): TestPerson => {
    const { permission, path } = endpointOf(name)
    if (permission === 'public') return stranger
    if (permission === 'command.view') return officer
    if (
      path.startsWith('/districts') ||
      path.startsWith('/subdistricts') ||
      path.startsWith('/territories') ||
      path.startsWith('/role-grants')
    )
      return district
    if (permission === 'signedIn' || permission === 'community.view') return furnished.asker
    return permission === 'serviceRequest.submit' ||
      permission === 'serviceRequest.ownVoice' ||
      permission === 'serviceRequest.reply'
      ? furnished.asker
      : furnished.director
  }

  /** How many rows stand in the tables that people write to: a refusal changes none of them. */
  const rowCounts = async (): Promise<string> => {
    const { counts } = await furnished.world.services.db.one<{ counts: string }>(
      `select string_agg(t || '=' || n, ' ') as counts from (
         select 'events' as t, count(*) as n from events union all select 'requests', count(*) from service_requests
         union all select 'entries', count(*) from service_request_entries union all select 'registrations', count(*) from registrations
         union all select 'memberships', count(*) from memberships union all select 'photos', count(*) from photos
         union all select 'grants', count(*) from role_grants union all select 'codes', count(*) from qr_codes
         union all select 'roll', count(*) from roll_entries union all select 'persons', count(*) from persons) c`,
    )
    return counts
  }

  const refusedCleanly = (what: string, answer: { status: number; raw: Buffer; problem: { type?: string } }): void => {
    assert.ok(
      answer.status >= 400 && answer.status < 500,
      `${what}: ${answer.status} ${answer.raw.toString().slice(0, 200)}`,
    )
    assert.match(answer.problem?.type ?? '', /^\/problems\//, `${what}: a registered problem`)
  }

  test('a field of the wrong type or with unreadable characters is refused with its pointer, and nothing is written', async () => {
    const before = await rowCounts()
    for (const name of withBody) {
      const sample = furnished.samples[name]
      const person = whoMay(name)
      for (const spoilt of [
        ...spoiltBodies(sample.body),
        ...wrongWholes(sample.body).map((whole) => ({ ...whole, pointer: '' })),
      ]) {
        if (accepts(name, spoilt.body)) continue
        const answer = await person.send(name, { ...sample, body: spoilt.body } as never)
        refusedCleanly(`${name}, ${spoilt.name}`, answer)
        if (answer.status === 422 && spoilt.pointer !== '')
          assert.ok(
            answer.problem.errors?.some((error) => error.pointer.startsWith(spoilt.pointer)),
            `${name}, ${spoilt.name}: points at the field`,
          )
      }
    }
    assert.equal(await rowCounts(), before)
  })

  test('text that is no JSON, and ten megabytes of it, are refused', async () => {
    const before = await rowCounts()
    for (const name of withBody) {
      const sample = furnished.samples[name]
      const person = whoMay(name)
      const raw = (bytes: Buffer) => person.send(name, sample as never, { binary: { type: 'application/json', bytes } })
      const broken = await raw(Buffer.from('{"text": "灯'))
      assert.equal(broken.status, 400, `${name}: ${broken.status}`)
      const huge = await raw(Buffer.alloc(10_000_000, 0x20))
      assert.equal(huge.status, 413, `${name}: ${huge.status}`)
      const wrongType = await person.send(name, sample as never, {
        binary: { type: 'text/xml', bytes: Buffer.from('<a/>') },
      })
      assert.equal(wrongType.status, 415, `${name}: ${wrongType.status}`)
    }
    assert.equal(await rowCounts(), before)
  })

  test('an id that is none, or far too long, is no server error', async () => {
    for (const name of withIds) {
      const sample = furnished.samples[name]
      for (const field of Object.keys(sample.params ?? {}))
        for (const bad of ['0', '-1', 'x', "1' or '1'='1", '99999999999999999999', '%00', 'a'.repeat(150), '灯'])
          refusedCleanly(
            `${name}, ${field} = ${bad.slice(0, 20)}`,
            await whoMay(name).send(name, { ...sample, params: { ...sample.params, [field]: bad } } as never),
          )
    }
  })

  test('a cursor that is not ours is refused', async () => {
    for (const name of names.filter(
      (one) => endpointOf(one).query !== undefined && 'cursor' in (endpointOf(one).query.shape ?? {}),
    ))
      for (const cursor of [
        'x',
        'bnVsbA',
        Buffer.from('[1,2,3,4]').toString('base64url'),
        Buffer.from('["a","b"]').toString('base64url'),
      ])
        refusedCleanly(
          `${name}, cursor ${cursor}`,
          await whoMay(name).send(name, { ...furnished.samples[name], query: { cursor } } as never),
        )
  })

  test('a write without an Idempotency-Key, or with a senseless one, is refused', async () => {
    for (const name of names.filter((one) => endpointOf(one).method !== 'GET'))
      for (const key of ['', 'short', '键'.repeat(10)]) {
        const sample = furnished.samples[name]
        const answer = await whoMay(name)
          .send(name, sample as never, { key, ...(sample.binary === undefined ? {} : { binary: sample.binary }) })
          .catch(() => undefined) // a header that HTTP itself does not carry
        if (answer !== undefined) refusedCleanly(`${name} without a key`, answer)
      }
  })

  test('a file of the wrong kind, cut off, or too large is refused', async () => {
    const before = await rowCounts()
    for (const name of binary) {
      const sample = furnished.samples[name]
      const send = (type: string, bytes: Buffer) =>
        whoMay(name).send(name, sample as never, { binary: { type, bytes } })
      const type = endpointOf(name).binaryBody?.accepts[0] ?? ''
      const bytes = sample.binary?.bytes ?? Buffer.alloc(0)
      refusedCleanly(`${name}, a wrong type`, await send('application/zip', bytes))
      refusedCleanly(
        `${name}, too large`,
        await send(type, Buffer.alloc((endpointOf(name).binaryBody?.maxBytes ?? 0) + 1)),
      )
      refusedCleanly(`${name}, empty`, await send(type, Buffer.alloc(0)))
      refusedCleanly(`${name}, noise`, await send(type, Buffer.from([0, 1, 2, 3, 250, 251])))
      if (name === 'uploadPhoto')
        refusedCleanly('a photo cut off', await send(type, bytes.subarray(0, Math.floor(bytes.length / 2))))
    }
    assert.equal(await rowCounts(), before)
  })

  test('an ID number or a full mobile number in public words is refused at its place; an emoji and a <script> are only words', async () => {
    const { asker, samples } = furnished
    const given = samples.submitServiceRequest
    const say = (text: string) =>
      asker.send('submitServiceRequest', { ...given, body: { ...(given.body as object), text } } as never)
    for (const text of ['我的身份证 11010519491231002X 掉在凉亭了', '请打 １３８ ００００ ６６１２ 找我']) {
      const answer = await say(text)
      assert.equal(answer.problem.errors?.[0]?.code, 'personal-data-in-text')
    }
    const words = '灯坏了 😀 <script>alert(1)</script> & "引号"'
    const answer = await say(words)
    assert.equal(answer.status, 200)
    assert.equal(answer.reply.text, words)
  })

  test('every address of the contract can be built from its sample', () => {
    for (const name of names)
      assert.ok(!addressOf(endpointOf(name), furnished.samples[name]).includes('undefined'), name)
  })
})
