import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'

const lastDayOn = '2026-12-31'

describe('a tenant states the last day of the lease', () => {
  let world: TestWorld
  let sun: TestPerson
  let communityId: number

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
  })
  after(() => world.close())

  const sweep = async (at: string) => {
    world.clock.set(new Date(at))
    const done = await createJobs(world.services).runNow()
    await world.settle()
    return done
  }
  const hatOf = async (person: TestPerson): Promise<string> => (await person.does('readMe')).hats[0]?.hatId ?? ''
  const toldTo = async (person: TestPerson) =>
    (await person.does('listNotifications')).items
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('membership'))

  test('an owner has no lease to end; what stands in the way is said', async () => {
    const owner = await world.member(world.home, { shownName: '92号楼 陆先生', trueName: '陆小明' })
    const params = { membershipId: await hatOf(owner) }
    assert.equal((await owner.does('readLeaving', { params })).mayStateLastDay, false)
    const refused = await owner.isRefused('stateLastDay', { params, body: { lastDayOn } }, 'rule-refused')
    assert.equal(refused.code, 'not-a-tenant')
  })

  test('陈女士 rents until the end of December: changes the day, is reminded once, and it ends by itself', async () => {
    const chen = await world.member(world.home, { shownName: '92号楼 陈女士', trueName: '陈小雨', tenure: 'tenant' })
    const membershipId = await hatOf(chen)
    const params = { membershipId }
    const early = { params, body: { lastDayOn: '2020-01-01' } }
    assert.equal((await chen.isRefused('stateLastDay', early, 'rule-refused')).code, 'last-day-passed')
    await chen.does('stateLastDay', { params, body: { lastDayOn: '2026-12-15' } })
    assert.equal((await chen.does('stayInCommunity', { params, body: {} })).leavesAt, null)
    const stated = await chen.does('stateLastDay', { params, body: { lastDayOn } })
    assert.deepEqual(
      [stated.leavesAt, stated.leaveCause, stated.state, stated.mayStateLastDay],
      ['2026-12-31T16:00:00.000Z', 'leaseEnds', 'active', true],
    )
    const seen = await sun.does('readMember', { params: { communityId, membershipId } })
    assert.deepEqual([seen.leaveCause, seen.may], ['leaseEnds', ['suspend', 'end', 'movePhone']])

    assert.equal((await sweep('2026-12-16T15:59:00.000Z'))['remind-of-last-days'], 0)
    assert.equal((await sweep('2026-12-16T16:00:00.000Z'))['remind-of-last-days'], 1)
    assert.equal((await sweep('2026-12-20T00:00:00.000Z'))['remind-of-last-days'], 0)
    assert.deepEqual(await toldTo(chen), ['membershipEndingSoon'])

    assert.equal((await sweep('2026-12-31T15:59:00.000Z'))['end-memberships'], 0)
    await chen.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '走以前说一声，楼道的窗关不上。', place: '92号楼' },
    })
    assert.equal((await sweep('2026-12-31T16:00:00.000Z'))['end-memberships'], 1)
    assert.deepEqual((await chen.does('readMe')).hats, [])
    assert.deepEqual(await toldTo(chen), ['membershipEnded', 'membershipEndingSoon'])
  })
})
