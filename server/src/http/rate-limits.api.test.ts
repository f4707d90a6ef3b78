import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

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
