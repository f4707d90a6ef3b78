import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { InboxShow } from '@shequtong/domain/service-requests/inbox-filters'
import { addDays, dateOnIn } from '@shequtong/domain/time'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('a part of the inbox', () => {
  let world: TestWorld
  let wu: TestPerson
  let sun: TestPerson
  let zhou: TestPerson
  let communityId: number
  const ids: Record<string, string> = {}

  const ask = async (name: string, text: string, kind: 'help' | 'complaint', visibility?: 'private') => {
    const { serviceRequestId } = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind, text, place: '92号楼', ...(visibility === undefined ? {} : { visibility }) },
    })
    ids[name] = serviceRequestId
    world.clock.advance({ minutes: 1 })
    return { communityId, serviceRequestId }
  }
  const part = async (who: TestPerson, query: { show?: InboxShow; kind?: 'help' | 'complaint'; q?: string }) => {
    const { items } = await who.does('listInbox', { params: { communityId }, query })
    return items.map((row) => Object.keys(ids).find((name) => ids[name] === row.serviceRequestId))
  }

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
    zhou = await world.inRole('propertyManager', communityId, '周师傅')
    await ask('lamp', '三楼的灯不亮，晚上看不见台阶。', 'help')
    world.clock.advance({ hours: 25 })
    const window = await ask('window', '楼道的窗关不上，漏风。', 'complaint')
    const untilOn = addDays(dateOnIn(world.clock.now()), 3)
    await sun.does('suspendServiceRequest', { params: window, body: { reason: '合页要从厂里发过来。', untilOn } })
    const gate = await ask('gate', '北门 A区 的门禁坏了 50%_。', 'complaint')
    await sun.does('answerServiceRequest', { params: gate, body: { text: '门禁师傅明天上午九点来修。' } })
    const pump = await ask('pump', '水泵夜里响得厉害。', 'complaint')
    await sun.does('handOverServiceRequest', {
      params: pump,
      body: { toRole: 'propertyManager', reason: '水泵归物业管。' },
    })
    await zhou.does('acceptHandOver', { params: pump, body: {} })
    await ask('secret', '有件家里的事想请主任帮忙。', 'help', 'private')
  })
  after(() => world.close())

  test('孙主任 sees what she asks for, and beside it what waits in all', async () => {
    assert.deepEqual(await part(sun, {}), ['lamp', 'window', 'pump', 'secret', 'gate'])
    assert.deepEqual(await part(sun, { show: 'waiting' }), ['lamp', 'window', 'pump', 'secret'])
    assert.deepEqual(await part(sun, { show: 'overdue' }), ['lamp'])
    assert.deepEqual(await part(sun, { show: 'paused' }), ['window'])
    assert.deepEqual(await part(sun, { show: 'answered' }), ['gate'])
    assert.deepEqual(await part(sun, { kind: 'complaint', show: 'waiting' }), ['window', 'pump'])
    const { waiting, overdue } = await sun.does('listInbox', { params: { communityId }, query: { show: 'paused' } })
    assert.deepEqual([waiting, overdue], [4, 1])
  })

  test('what is in the hands of the property is 周师傅’s, and no filter shows him more than his inbox', async () => {
    assert.deepEqual(await part(zhou, { show: 'mine' }), ['pump'])
    assert.deepEqual(await part(sun, { show: 'mine' }), ['lamp', 'window', 'secret', 'gate'])
    assert.deepEqual(await part(zhou, { q: '家里' }), [])
    assert.deepEqual(await part(zhou, { kind: 'help' }), [])
  })

  test('words are found in the text, the place and the name, in any order and case, and are no patterns', async () => {
    assert.deepEqual(await part(sun, { q: '台阶 吴女士' }), ['lamp'])
    assert.deepEqual(await part(sun, { q: 'a区' }), ['gate'])
    assert.deepEqual(await part(sun, { q: '%_' }), ['gate'])
    assert.deepEqual(await part(sun, { q: '_灯' }), [])
    assert.deepEqual(await part(sun, { q: '92号楼', show: 'answered' }), ['gate'])
  })

  test('a part has pages of its own', async () => {
    for (let n = 0; n < 21; n += 1) await ask(`bench${n}`, `第${n}条长椅松了。`, 'help')
    const query = { q: '长椅', kind: 'help' } as const
    const first = await sun.does('listInbox', { params: { communityId }, query })
    assert.equal(first.items.length, 20)
    const next = { ...query, cursor: first.nextCursor ?? '' }
    const second = await sun.does('listInbox', { params: { communityId }, query: next })
    assert.deepEqual([second.items.length, second.nextCursor], [1, null])
    const all = [...first.items, ...second.items].map(({ serviceRequestId }) => serviceRequestId)
    assert.equal(new Set(all).size, 21)
  })

  test('a part that does not exist is refused', async () => {
    await sun.isRefused(
      'listInbox',
      { params: { communityId }, query: { show: 'everything' } } as never,
      'invalid-input',
    )
    await sun.isRefused('listInbox', { params: { communityId }, query: { q: '灯'.repeat(41) } }, 'invalid-input')
  })
})
