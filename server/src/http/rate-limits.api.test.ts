import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { buildApp } from './app.ts'

describe('guessing does not pay', () => {
  let world: TestWorld
  before(async () => {
    world = await createTestWorld({ requestsPerMinute: 1200 })
  })
  after(() => world.close())

  test('the sixty-first code of a gate within a minute is refused, with the time to wait, and other things go on', async () => {
    const thief = world.stranger('somebody who tries codes')
    for (let count = 0; count < 60; count += 1)
      await thief.isRefused('openJoinCode', { params: { code: `GUESS${count}` } }, 'not-found')
    const answer = await thief.send('openJoinCode', { params: { code: world.home.code } })
    assert.equal(answer.problem.type, '/problems/rate-limited')
    assert.ok(Number(answer.headers['retry-after']) <= 60)
    assert.equal((await thief.send('readMe')).status, 200)
  })
})

describe('behind a reverse proxy', () => {
  let world: TestWorld
  before(async () => {
    world = await createTestWorld()
  })
  after(() => world.close())

  const proxy = '10.0.0.5'
  const refused = async (from: string, forwarded: (count: number) => string): Promise<number> => {
    const app = await buildApp(world.services, { trustedProxies: ['10.0.0.0/8'], requestsPerMinute: 10 })
    let count429 = 0
    for (let count = 0; count < 20; count += 1) {
      const headers = { 'x-forwarded-for': forwarded(count) }
      const answer = await app.inject({ url: '/api/v1/me', remoteAddress: from, headers })
      if (answer.statusCode === 429) count429 += 1
    }
    await app.close()
    return count429
  }

  test('who writes other addresses in front of their own is counted as one: the proxy’s word is the last', async () => {
    assert.equal(await refused(proxy, (count) => `198.51.100.${count}, 203.0.113.9`), 10)
  })

  test('who comes past the proxy is counted by the connection, whatever they claim', async () => {
    assert.equal(await refused('203.0.113.9', (count) => `198.51.100.${count}`), 10)
  })

  test('two visitors behind it are two', async () => {
    assert.equal(await refused(proxy, (count) => `203.0.113.${count % 2}`), 0)
  })

  test('who takes another IPv6 address of their own line each time is counted as one, the line beside it is not', async () => {
    assert.equal(await refused(proxy, (count) => `2001:db8:1:2::${count.toString(16)}`), 10)
    assert.equal(await refused(proxy, (count) => `2001:db8:1:${count % 2}::1`), 0)
  })
})
