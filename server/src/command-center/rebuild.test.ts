import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { assertRecounted } from '../../test/support/recount.ts'
import {
  createTestWorld,
  districtId,
  here,
  subdistrictId,
  type TestPerson,
  type TestWorld,
} from '../jobs/test-world.ts'
import { transaction } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { alertDue } from '../service-requests/commands/alert-due.ts'
import { rebuildCommandCenter } from './rebuild.ts'

let world: TestWorld
before(async () => {
  world = await createTestWorld()
})
after(() => world.close())

const tables = {
  rollup_totals: 'level, territory_id, metric',
  rollup_days: 'level, territory_id, on_date, metric',
  rollup_hours: 'level, territory_id, hour_at, metric',
  rollup_dwellings: 'community_id, dwelling_id',
  open_items: 'community_id, service_request_id',
  recent_voices: 'community_id, service_request_id',
}

const everything = async () => {
  const found: Record<string, unknown[]> = {}
  for (const [table, key] of Object.entries(tables))
    found[table] = await world.sql(`select * from ${table} order by ${key}`)
  return found
}

const total = async (metric: string): Promise<number> => {
  const [row] = await world.sql(`select count from rollup_totals where level = 'district' and metric = $1`, [metric])
  return Number(row?.count ?? 0)
}

const member = (type: 'membership.started' | 'membership.ended', dwellingId: string | null, more: object = {}) =>
  world.append({
    communityId: here,
    type,
    aggregateId: newId(),
    byPersonId: undefined,
    payload: { memberKind: 'resident', tenure: 'tenant', party: false, dwellingId, subdistrictId, districtId, ...more },
  })

const lives = async (wu: TestPerson, sun: TestPerson) => {
  const told = await Promise.all(
    ['路灯坏了', '电梯有异响', '门禁失灵', '楼道堆物', '停车太乱'].map((text, i) =>
      world.submit(wu, text, i === 4 ? { visibility: 'private' } : {}),
    ),
  )
  const [light = '', lift = '', door = '', stairs = ''] = told
  world.clock.advance({ minutes: 30 })
  await world.act(sun, light, 'read')
  await world.relay.drain()
  await world.act(sun, light, 'answers', { text: '明天上午电工来换灯泡' })
  await world.act(sun, lift, 'answers', { text: '收到' })
  await world.act(sun, door, 'resolve', { result: '读卡器当场已经修好了' })
  await world.act(wu, stairs, 'withdraw')
  world.clock.advance({ hours: 30 })
  await world.act(sun, light, 'resolve', { result: '灯泡已经换好，今晚亮了' })
  await world.relay.drain()
  await world.act(wu, light, 'reopen', { reason: '又不亮了' })
  await world.act(wu, door, 'confirm')
  world.clock.advance({ hours: 3 })
  await world.act(sun, light, 'resolve', { result: '整条线路已经换新' })
  await transaction(world.services.pool, (tx) => alertDue(tx, world.services.territory, world.clock.now(), 10))
}

describe('the rebuild', () => {
  it('gives to the last row what the relay counted live, batch by batch', async () => {
    const wu = await world.member('吴女士')
    const sun = await world.cadre('committeeDirector', '孙主任')
    await lives(wu, sun)
    const home = newId()
    await member('membership.started', home, { party: true })
    await member('membership.started', home)
    await world.relay.drain()
    await member('membership.ended', home)
    await member('membership.started', newId())
    await member('membership.started', null, { memberKind: 'employee', tenure: null })
    await world.relay.drain()
    const live = await everything()
    // of five, one is private and one was withdrawn
    assert.equal(live.recent_voices?.length, 3)
    assert.ok((await assertRecounted(world.services.pool)) > 30)
    const read = await rebuildCommandCenter(world.services.pool, world.clock.now())
    assert.deepEqual(await everything(), live)
    const [{ count } = {}] = await world.sql('select count(*)::int from events')
    assert.equal(read, count)
    assert.deepEqual(
      await Promise.all(
        ['submitted', 'answered', 'resolved', 'confirmed', 'reopened', 'withdrawn', 'interactions'].map(total),
      ),
      [5, 2, 3, 1, 1, 1, 6],
    )
    // of five, the lift got a mere receipt and the private one nothing
    assert.deepEqual(await Promise.all(['breached', 'submittedPrivately'].map(total)), [2, 1])
    assert.deepEqual(
      await Promise.all(['heard.60', 'answered.60', 'resolved.1440', 'resolved.4320'].map(total)),
      [3, 2, 1, 1],
    )
    assert.deepEqual(
      await Promise.all(['households', 'members.resident', 'members.employee', 'partyMembers'].map(total)),
      [2, 2, 1, 1],
    )
  })

  it('counts a household until the last of its members left', async () => {
    const before = await total('households')
    const home = newId()
    const steps = [
      ['membership.started', 1],
      ['membership.started', 1],
      ['membership.ended', 1],
      ['membership.ended', 0],
    ] as const
    for (const [type, more] of steps) {
      await member(type, home)
      await world.relay.drain()
      assert.equal((await total('households')) - before, more)
    }
  })

  it('holds what is not yet relayed for the relay', async () => {
    await member('membership.started', newId())
    const before = await total('households')
    await rebuildCommandCenter(world.services.pool, world.clock.now())
    assert.equal(await total('households'), before)
    await world.relay.drain()
    assert.equal(await total('households'), before + 1)
  })
})
