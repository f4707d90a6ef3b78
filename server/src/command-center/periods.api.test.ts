import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  type PeriodCounted,
  readCommunityOverview,
  readDistrict,
  readSubdistrict,
} from '@shequtong/contract/command-center'
import { addDays, dateOnIn } from '@shequtong/domain/time'
import { createTestWorld, elsewhere, here, type TestPerson, type TestWorld } from '../jobs/test-world.ts'

let world: TestWorld
let wu: TestPerson
let sun: TestPerson
let districtOfficer: TestPerson
before(async () => {
  world = await createTestWorld()
  wu = await world.member('吴女士')
  sun = await world.cadre('committeeDirector', '孙主任')
  districtOfficer = await world.officer('districtOfficer', 1)
})
after(() => world.close())

const overviews = {
  district: { path: '/districts/1/overview', reply: readDistrict.reply },
  subdistrict: { path: '/subdistricts/2/overview', reply: readSubdistrict.reply },
  community: { path: `/communities/${here}/overview`, reply: readCommunityOverview.reply },
} as const

const counted = async (level: keyof typeof overviews, period?: string): Promise<PeriodCounted> => {
  await world.relay.drain()
  const { path, reply } = overviews[level]
  const { status, body } = await world.call(
    districtOfficer,
    'GET',
    period === undefined ? path : `${path}?period=${period}`,
  )
  assert.equal(status, 200)
  return reply.parse(body).counted
}

const deeds = ({ deeds: all }: Pick<PeriodCounted, 'deeds'>) =>
  Object.fromEntries(all.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]))
const lengths = (distribution: PeriodCounted['heard']) =>
  distribution.filter(({ count }) => count > 0).map(({ uptoMinutes, count }) => [uptoMinutes, count])

const tell = async (text: string, answeredAfterMinutes: number) => {
  const id = await world.submit(wu, text)
  world.clock.advance({ minutes: answeredAfterMinutes })
  await world.act(sun, id, 'answers', { text: '明天上午电工来换灯泡' })
  return id
}

describe('an officer picks a span of time', () => {
  it('and reads what happened in it and in as many days before, at every level the same', async () => {
    const light = await tell('四十天前的路灯', 200)
    world.clock.advance({ days: 30 })
    await tell('十天前的门禁', 30)
    world.clock.advance({ days: 3 })
    await world.act(sun, light, 'resolve', { result: '灯泡已经换好，今晚亮了' })
    world.clock.advance({ days: 7 })
    await world.submit(wu, '今天的电梯')
    const today = dateOnIn(world.clock.now())
    for (const level of ['district', 'subdistrict', 'community'] as const) {
      const month = await counted(level)
      assert.equal(month.period, 'month')
      assert.deepEqual([month.fromOn, month.toOn], [addDays(today, -29), today])
      assert.deepEqual(deeds(month), { submitted: 2, answered: 1, resolved: 1 })
      assert.deepEqual(lengths(month.answered), [[60, 1]])
      // the deed has the day on which it was done: told forty days ago, resolved seven days ago
      assert.deepEqual(lengths(month.resolved), [[null, 1]])
      assert.ok(month.before)
      assert.deepEqual([month.before.fromOn, month.before.toOn], [addDays(today, -59), addDays(today, -30)])
      assert.deepEqual(deeds(month.before), { submitted: 1, answered: 1 })
      assert.deepEqual(lengths(month.before.answered), [[240, 1]])

      const day = await counted(level, 'today')
      assert.deepEqual([deeds(day), day.before && deeds(day.before)], [{ submitted: 1 }, {}])
      const week = await counted(level, 'week')
      assert.deepEqual(
        [deeds(week), week.before && deeds(week.before)],
        [{ submitted: 1 }, { submitted: 1, answered: 1, resolved: 1 }],
      )
      assert.deepEqual(deeds(await counted(level, 'quarter')), { submitted: 3, answered: 2, resolved: 1 })
      const always = await counted(level, 'always')
      assert.deepEqual([always.fromOn, always.before], [null, null])
      assert.deepEqual(deeds(always), { submitted: 3, answered: 2, resolved: 1 })
    }
  })

  it('and of a community without a word reads zeros, not nothing', async () => {
    const { body } = await world.call(districtOfficer, 'GET', `/communities/${elsewhere}/overview?period=week`)
    const quiet = readCommunityOverview.reply.parse(body).counted
    assert.deepEqual(deeds(quiet), {})
    assert.deepEqual(quiet.deeds.length, 5)
    assert.deepEqual(lengths(quiet.heard), [])
    assert.equal(quiet.heard.length, 5)
  })

  it('and a span that does not exist is refused', async () => {
    for (const { path } of Object.values(overviews)) {
      const { status, body } = await world.call(districtOfficer, 'GET', `${path}?period=year`)
      assert.deepEqual([status, (body as { type: string }).type.endsWith('invalid-input')], [422, true])
    }
  })
})
