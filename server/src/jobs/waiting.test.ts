import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { listNotifications } from '@shequtong/contract/notifications'
import { addDays, dateOnIn, startOf } from '@shequtong/domain/time'
import { transaction } from '../platform/database/db.ts'
import { remindDue } from '../service-requests/commands/remind-due.ts'
import { resumeDue } from '../service-requests/commands/resume-due.ts'
import { createTestWorld, here, type TestPerson, type TestWorld } from './test-world.ts'

let world: TestWorld
let wu: TestPerson
let sun: TestPerson
let zhou: TestPerson
before(async () => {
  world = await createTestWorld()
  wu = await world.member('吴女士')
  sun = await world.cadre('committeeDirector', '孙主任')
  zhou = await world.cadre('propertyManager', '周经理')
})
after(() => world.close())

/** What the clock brings about in a minute: both sweeps, and the outbox after them. */
const sweep = async () => {
  const { pool, territory } = world.services
  const resumed = await transaction(pool, (tx) => resumeDue(tx, territory, world.clock.now(), 500))
  const reminded = await transaction(pool, (tx) => remindDue(tx, territory, world.clock.now(), 500))
  await world.relay.drain()
  return { resumed, reminded }
}
const kinds = async (person: TestPerson) =>
  listNotifications.reply
    .parse((await world.call(person, 'GET', '/me/notifications')).body)
    .items.map(({ kind }) => kind)
const threadOf = async (id: string) => (await world.call(wu, 'GET', `/communities/${here}/service-requests/${id}`)).body
const forget = async () => {
  await world.relay.drain()
  await world.sql('delete from notifications')
}
const moveTo = (to: Date) => world.clock.advance({ minutes: (to.getTime() - world.clock.now().getTime()) / 60_000 })

describe('a suspension', () => {
  it('reminds the responsible a day before, ends by itself after its last day, and the clock goes on from there', async () => {
    const id = await world.submit(wu, '屋顶漏水，等天晴')
    const before = await threadOf(id)
    await world.act(sun, id, 'hand-over', { toRole: 'propertyManager', reason: '屋面归物业，请周经理去看。' })
    await world.act(zhou, id, 'accept-hand-over', {})
    world.clock.advance({ hours: 1 })
    const suspendedAt = world.clock.now()
    const untilOn = addDays(dateOnIn(suspendedAt), 3)
    await world.act(zhou, id, 'suspend', { reason: '这两天有雨，天晴干透才能补。', untilOn })
    await forget()

    const end = startOf(addDays(untilOn, 1))
    moveTo(new Date(end.getTime() - 25 * 3_600_000))
    assert.deepEqual(await sweep(), { resumed: 0, reminded: 0 })
    world.clock.advance({ hours: 1 })
    assert.deepEqual(await sweep(), { resumed: 0, reminded: 1 })
    assert.deepEqual(await sweep(), { resumed: 0, reminded: 0 }, 'once')
    assert.deepEqual(await kinds(zhou), ['serviceRequestSuspensionEnding'])
    assert.deepEqual(await kinds(wu), [])

    await forget()
    world.clock.advance({ hours: 24, minutes: 7 })
    assert.deepEqual(await sweep(), { resumed: 1, reminded: 0 })
    const thread = await threadOf(id)
    assert.deepEqual([thread.suspension, thread.clock.pausedAt], [null, null])
    assert.deepEqual([thread.entries.at(-1).kind, thread.entries.at(-1).by], ['resumption', null])
    assert.equal(
      Date.parse(thread.clock.deadlineAt) - Date.parse(before.clock.deadlineAt),
      end.getTime() - suspendedAt.getTime(),
      'seven minutes of a late sweep are nobody’s gain',
    )
    for (const person of [wu, zhou]) assert.deepEqual(await kinds(person), ['serviceRequestResumed'])
  })

  it('is bounded by the row of the community, which names its source', async () => {
    await world.sql(
      `insert into response_rules (response_rule_id, community_id, suspend_at_most_days, source)
       values (70, $1, 2, 'a rule of this test')`,
      [here],
    )
    const id = await world.submit(wu, '电梯等配件')
    const path = `/communities/${here}/service-requests/${id}/suspend`
    const today = dateOnIn(world.clock.now())
    const body = (days: number) => ({ reason: '配件要从厂里发过来。', untilOn: addDays(today, days) })
    assert.equal((await world.call(sun, 'POST', path, body(3))).body.code, 'suspension-too-long')
    assert.equal((await world.call(sun, 'POST', path, body(2))).body.suspension.untilOn, addDays(today, 2))
    await world.act(sun, id, 'resume')
    await world.sql('delete from response_rules')
  })
})

describe('a question back', () => {
  it('reminds the asker once after three days, goes on waiting, and her word ends it', async () => {
    const id = await world.submit(wu, '楼道里有异味')
    await world.act(sun, id, 'ask-back', { text: '请问是几楼的楼道？' })
    await forget()
    world.clock.advance({ days: 3, minutes: -1 })
    assert.equal((await sweep()).reminded, 0)
    world.clock.advance({ minutes: 1 })
    assert.equal((await sweep()).reminded, 1)
    world.clock.advance({ days: 30 })
    assert.equal((await sweep()).reminded, 0)
    assert.deepEqual(await kinds(wu), ['serviceRequestQuestionWaiting'])
    assert.deepEqual(await kinds(sun), [])
    assert.deepEqual((await threadOf(id)).suspension.kind, 'askedBack')
    await world.act(wu, id, 'replies', { text: '三楼，靠垃圾桶那边。' })
    assert.equal((await threadOf(id)).suspension, null)
  })

  it('answered in time it reminds nobody', async () => {
    const id = await world.submit(wu, '信箱的锁掉了')
    await world.act(sun, id, 'ask-back', { text: '请问是哪个单元的信箱？' })
    await world.act(wu, id, 'replies', { text: '二单元。' })
    world.clock.advance({ days: 4 })
    assert.deepEqual(await sweep(), { resumed: 0, reminded: 0 })
  })
})
