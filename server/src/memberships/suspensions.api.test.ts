import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, dateOnIn } from '@shequtong/domain/time'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'

const reason = '连发广告，提醒过两次，请到居委会来一趟。'

describe('nobody is suspended without end', () => {
  let world: TestWorld
  let sun: TestPerson
  let communityId: number

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
  })
  after(() => world.close())

  test('suspensions are not strung together: after ninety days the committee has none left for half a year', async () => {
    const he = await world.member(world.home, { shownName: '92号楼 贺先生', trueName: '贺小宝' })
    const membershipId = (await he.does('readMe')).hats[0]?.hatId ?? ''
    const params = { communityId, membershipId }
    const until = (days: number) => addDays(dateOnIn(world.clock.now()), days)
    const suspendFor = (days: number) => ({ params, body: { reason, lastDayOn: until(days - 1) } })
    const left = async () => (await sun.does('readMember', { params })).suspensionDaysLeft
    const tooLong = await sun.isRefused('suspendMembership', suspendFor(91), 'rule-refused')
    assert.equal(tooLong.code, 'suspended-long-enough')
    await sun.does('suspendMembership', suspendFor(80))
    world.clock.advance({ days: 80 })
    await createJobs(world.services).runNow()
    assert.equal(await left(), 10)
    assert.equal(
      (await sun.isRefused('suspendMembership', suspendFor(11), 'rule-refused')).code,
      'suspended-long-enough',
    )
    await sun.does('suspendMembership', suspendFor(10))
    world.clock.advance({ days: 3 })
    await sun.does('resumeMembership', { params, body: {} })
    assert.equal(await left(), 6, 'four days of the second one were served')
    await sun.does('suspendMembership', suspendFor(6))
    world.clock.advance({ days: 6 })
    await createJobs(world.services).runNow()
    // nobody stays signed in for three months
    const guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    const served = await guo.does('readMember', { params })
    assert.deepEqual([served.state, served.suspensionDaysLeft, served.may.includes('suspend')], ['active', 0, false])
    assert.equal(
      (await guo.isRefused('suspendMembership', suspendFor(1), 'rule-refused')).code,
      'suspended-long-enough',
    )
    world.clock.advance({ days: 184 })
    const ye = await world.inRole('committeeDirector', communityId, '叶主任')
    assert.equal((await ye.does('readMember', { params })).suspensionDaysLeft, 90)
  })
})
