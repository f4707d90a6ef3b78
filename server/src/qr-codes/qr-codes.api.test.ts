import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type { FastifyInstance } from 'fastify'
import {
  as,
  createTestCommunity,
  elsewhere,
  here,
  type TestCommunity,
  type TestPerson,
} from '../photos/test-community.ts'
import { newId } from '../platform/ids.ts'

let world: TestCommunity
let app: FastifyInstance
let director: TestPerson
let neighbour: TestPerson
let otherDirector: TestPerson

before(async () => {
  world = await createTestCommunity()
  app = await world.app()
  director = await world.cadre('committeeDirector', '孙主任')
  otherDirector = await world.cadre('committeeDirector', '十村主任', elsewhere)
  neighbour = await world.member('李师傅')
})
after(async () => {
  await app.close()
  await world.database.drop()
})

const root = `/api/v1/communities/${here}`
const post = (path: string, person: TestPerson | undefined) =>
  app.inject({ method: 'POST', url: `${root}${path}`, headers: as(person), payload: {} })
const issueAs = (person: TestPerson | undefined) => post(`/compounds/${world.compoundId}/qr-codes`, person)
const issue = () => issueAs(director)
const list = async () => (await app.inject({ url: `${root}/compounds`, headers: as(director) })).json().compounds[0]
const events = async () => (await world.sql(`select type from events order by sequence`)).map((event) => event.type)

test('the director issues a code, and re-issuing ends the former edition at once', async () => {
  const first = (await issue()).json()
  assert.equal(first.url, `https://she.example.cn/j/${first.code}`)
  const second = (await issue()).json()
  assert.deepEqual([first.edition, second.edition], [1, 2])
  assert.equal((await app.inject({ url: `/api/v1/join/${first.code}` })).json().status, 'replaced')
  assert.equal((await app.inject({ url: `/api/v1/join/${second.code}` })).json().status, 'current')
  const { qrCodes } = await list()
  assert.deepEqual(
    qrCodes.map((one: { edition: number; code: string | null }) => [one.edition, one.code]),
    [
      [2, second.code],
      [1, null],
    ],
  )
  assert.deepEqual(await events(), ['qr_code.issued', 'qr_code.revoked', 'qr_code.issued'])
})

test('eight presses at once leave one current code and no edition twice', async () => {
  const replies = await Promise.all(Array.from({ length: 8 }, () => issue()))
  assert.deepEqual(new Set(replies.map((reply) => reply.statusCode)), new Set([200]))
  const { qrCodes } = await list()
  assert.equal(qrCodes.filter((one: { code: string | null }) => one.code !== null).length, 1)
  const editions = qrCodes.map((one: { edition: number }) => one.edition)
  assert.equal(new Set(editions).size, editions.length)
})

test('a stopped code opens nothing, prints nothing, and cannot be stopped twice', async () => {
  const { qrCodeId, code } = (await issue()).json()
  const stopped = await post(`/qr-codes/${qrCodeId}/revoke`, director)
  assert.equal(stopped.json().code, null)
  const opened = (await app.inject({ url: `/api/v1/join/${code}` })).json()
  assert.deepEqual([opened.status, opened.currentEdition], ['replaced', null])
  const twice = await post(`/qr-codes/${qrCodeId}/revoke`, director)
  assert.deepEqual([twice.statusCode, twice.json().from], [409, 'revoked'])
  const poster = await app.inject({ url: `${root}/qr-codes/${qrCodeId}/poster`, headers: as(director) })
  assert.equal(poster.statusCode, 410)
})

test('the poster comes as a PDF named after compound and edition', async () => {
  const { qrCodeId, edition } = (await issue()).json()
  const poster = await app.inject({ url: `${root}/qr-codes/${qrCodeId}/poster`, headers: as(director) })
  assert.equal(poster.headers['content-type'], 'application/pdf')
  assert.equal(poster.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.match(String(poster.headers['content-disposition']), new RegExp(encodeURIComponent(`宝山九村-${edition}.pdf`)))
})

test('only who manages the codes here touches them', async () => {
  const { qrCodeId } = (await issue()).json()
  assert.deepEqual(
    await Promise.all([undefined, neighbour, otherDirector].map(async (one) => (await issueAs(one)).statusCode)),
    [401, 403, 404],
  )
  assert.equal((await post(`/qr-codes/${qrCodeId}/revoke`, neighbour)).statusCode, 403)
  assert.equal((await post(`/qr-codes/${newId()}/revoke`, director)).statusCode, 404)
  assert.equal((await post(`/compounds/${newId()}/qr-codes`, director)).statusCode, 404)
})

test('every door of the codes is closed to strangers, neighbours and the next community', async () => {
  const { qrCodeId } = (await issue()).json()
  const doors = [
    (person?: TestPerson) => app.inject({ url: `${root}/compounds`, headers: as(person) }),
    (person?: TestPerson) => app.inject({ url: `${root}/qr-codes/${qrCodeId}/poster`, headers: as(person) }),
    (person?: TestPerson) => post(`/qr-codes/${qrCodeId}/revoke`, person),
  ]
  for (const door of doors)
    assert.deepEqual(
      await Promise.all([undefined, neighbour, otherDirector].map(async (one) => (await door(one)).statusCode)),
      [401, 403, 404],
    )
})

test('bad input, a missing key and a key used for something else are refused', async () => {
  const bad = [`/compounds/x/qr-codes`, `/qr-codes/x/revoke`]
  for (const path of bad) assert.equal((await post(path, director)).statusCode, 422, path)
  const poster = await app.inject({ url: `${root}/qr-codes/x/poster`, headers: as(director) })
  assert.equal(poster.statusCode, 422)
  const compounds = await app.inject({ url: '/api/v1/communities/x/compounds', headers: as(director) })
  assert.equal(compounds.statusCode, 422)
  const { qrCodeId } = (await issue()).json()
  for (const path of [`/compounds/${world.compoundId}/qr-codes`, `/qr-codes/${qrCodeId}/revoke`]) {
    const write = (key: string, to: string) =>
      app.inject({ method: 'POST', url: `${root}${to}`, headers: as(director, key), payload: {} })
    assert.equal((await write('', path)).statusCode, 400)
    const key = newId()
    await app.inject({
      method: 'POST',
      url: `${root}/compounds/${world.compoundId}/qr-codes`,
      headers: as(director, key),
      payload: {},
    })
    const other = path.endsWith('revoke') ? path : `/compounds/${newId()}/qr-codes`
    assert.equal((await write(key, other)).statusCode, 409, path)
  }
})
