import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('how to reach the committee', () => {
  let world: TestWorld
  let sun: TestPerson
  let params: { communityId: number }

  before(async () => {
    world = await createTestWorld()
    params = { communityId: world.home.communityId }
    sun = await world.reviewer(params.communityId)
  })
  after(() => world.close())

  test('孙主任 puts it up, anybody at the gate reads it, the later one stands', async () => {
    const passer = world.stranger()
    assert.deepEqual(await passer.does('readOffice', { params }), { office: null })
    const body = { phone: '（021）0000 1009', address: ' 淞宝路，小区正门旁 ', hours: '每天 8:30–20:00' }
    await sun.does('changeOffice', { params, body })
    const first = { phone: '02100001009', address: '淞宝路，小区正门旁', hours: '每天 8:30–20:00' }
    assert.deepEqual(await passer.does('readOffice', { params }), { office: first })
    const office = { phone: '021-00001010', address: null, hours: null }
    assert.deepEqual(await sun.does('changeOffice', { params, body: { ...office, address: '', hours: '' } }), {
      office,
    })
    assert.deepEqual(await passer.does('readOffice', { params }), { office })
  })

  test('no number that nobody can call, no neighbour, no other committee, no place that is none', async () => {
    const body = { phone: '021-00001009', address: '', hours: '' }
    const refused = await sun.isRefused(
      'changeOffice',
      { params, body: { ...body, phone: '请来一趟' } },
      'invalid-input',
    )
    assert.deepEqual(
      refused.errors?.map(({ pointer, code }) => [pointer, code]),
      [['/phone', 'office-phone-malformed']],
    )
    await (await world.member()).isRefused('changeOffice', { params, body }, 'not-permitted')
    const elsewhere = world.compounds[2]?.communityId ?? 0
    await sun.isRefused('changeOffice', { params: { communityId: elsewhere }, body }, 'not-found')
    await world.stranger().isRefused('readOffice', { params: { communityId: 999_999 } }, 'not-found')
  })
})
