import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { listSubdistrictOverdue } from '@shequtong/contract/command-center'
import { listNotifications } from '@shequtong/contract/notifications'
import { addDays, dateOnIn } from '@shequtong/domain/time'
import { transaction } from '../platform/database/db.ts'
import { alertDue } from '../service-requests/commands/alert-due.ts'
import { createTestWorld, here, subdistrictId, type TestPerson, type TestWorld } from './test-world.ts'

let world: TestWorld
let wu: TestPerson
let sun: TestPerson
let guo: TestPerson
let qin: TestPerson
before(async () => {
  world = await createTestWorld()
  wu = await world.member('吴女士')
  sun = await world.cadre('committeeDirector', '孙主任')
  guo = await world.cadre('committeeSecretary', '郭书记')
  qin = await world.officer('subdistrictOfficer', subdistrictId)
})
after(() => world.close())

const look = () =>
  transaction(world.services.pool, (tx) => alertDue(tx, world.services.territory, world.clock.now(), 500))
const told = async (person: TestPerson) => {
  await world.relay.drain()
  const { items } = listNotifications.reply.parse((await world.call(person, 'GET', '/me/notifications')).body)
  return items.map(({ kind, title }) => ({ kind, title }))
}
const kinds = async (person: TestPerson) => (await told(person)).map(({ kind }) => kind)
const threadOf = async (id: string) => (await world.call(wu, 'GET', `/communities/${here}/service-requests/${id}`)).body
const overdue = async (cursor?: string) =>
  listSubdistrictOverdue.reply.parse(
    (
      await world.call(
        qin,
        'GET',
        `/subdistricts/${subdistrictId}/overdue${cursor === undefined ? '' : `?cursor=${cursor}`}`,
      )
    ).body,
  )
const forget = async () => {
  await world.relay.drain()
  await world.sql('delete from notifications')
}
beforeEach(async () => {
  await world.relay.drain()
  await world.sql(`update service_requests set clock_alert_at = null`)
  await world.sql('delete from open_items')
})

describe('a clock that nobody answers', () => {
  it('tells who has it in hand at half and at four fifths, and all at the end, each once, whoever looks', async () => {
    const id = await world.submit(wu, '三楼的灯又不亮了')
    await forget()
    world.clock.advance({ hours: 12, minutes: -1 })
    assert.equal(await look(), 0)
    world.clock.advance({ minutes: 1 })
    assert.deepEqual((await Promise.all([look(), look(), look()])).toSorted(), [0, 0, 1])
    // ten at night, and nobody is on duty
    for (const person of [sun, guo]) assert.deepEqual(await kinds(person), ['serviceRequestHalfTime'])
    assert.deepEqual(await kinds(wu), [])
    await forget()
    world.clock.advance({ hours: 7, minutes: 12 })
    assert.equal(await look(), 1)
    assert.equal(await look(), 0)
    assert.deepEqual(await kinds(sun), ['serviceRequestTimeNearlyUp'])
    await forget()

    world.clock.advance({ hours: 4, minutes: 48 })
    assert.equal(await look(), 0, 'at its very deadline it is in time')
    assert.deepEqual((await overdue()).items, [])
    world.clock.advance({ minutes: 1 })
    assert.deepEqual((await Promise.all([look(), look()])).toSorted(), [0, 1])
    assert.equal(await look(), 0)
    for (const person of [wu, sun, guo]) assert.deepEqual(await kinds(person), ['serviceRequestOverdue'])
    assert.deepEqual(await told(qin), [{ kind: 'serviceRequestOverdueBelow', title: '三楼的灯又不亮了' }])
    const facts = await world.sql(`select payload from events where type = 'service_request.breached'`)
    assert.equal(facts.length, 1)
    const { entries, clock } = await threadOf(id)
    assert.deepEqual(
      entries.map(({ kind, by }: { kind: string; by: unknown }) => ({ kind, by })),
      [{ kind: 'breach', by: null }],
    )
    assert.equal(Date.parse(entries[0].at) - Date.parse(clock.deadlineAt), 1)
    assert.deepEqual(
      (await overdue()).items.map(({ serviceRequestId, title }) => ({ serviceRequestId, title })),
      [{ serviceRequestId: id, title: '三楼的灯又不亮了' }],
    )

    await world.act(sun, id, 'answers', { text: '电工下午三点来换灯，换好告诉您。' })
    await world.relay.drain()
    assert.deepEqual((await overdue()).items, [])
  })

  it('says nothing of one that waits for the asker, and goes on from where it stood', async () => {
    const id = await world.submit(wu, '楼上有人夜里敲东西')
    world.clock.advance({ hours: 6 })
    await world.act(sun, id, 'ask-back', { text: '请问是几楼，一般几点？' })
    await forget()
    world.clock.advance({ days: 5 })
    assert.equal(await look(), 0)
    await world.relay.drain()
    assert.deepEqual((await overdue()).items, [])
    await world.act(wu, id, 'replies', { text: '六楼，十一点以后。' })
    await forget()
    world.clock.advance({ hours: 6, minutes: -1 })
    assert.equal(await look(), 0)
    world.clock.advance({ minutes: 1 })
    assert.equal(await look(), 1)
    assert.deepEqual(await kinds(sun), ['serviceRequestHalfTime'])
  })

  it('of a private one the subdistrict learns that it is overdue, and no word of it', async () => {
    await world.submit(wu, '孩子放学没人接，想请人帮忙', { visibility: 'private' })
    await forget()
    world.clock.advance({ hours: 25 })
    assert.equal(await look(), 1)
    assert.deepEqual(await told(qin), [{ kind: 'serviceRequestOverdueBelow', title: '一件只给居委看的事' }])
    const { items } = await overdue()
    assert.deepEqual(
      items.map(({ restricted, title, place, by }) => ({ restricted, title, place, by })),
      [{ restricted: true, title: '', place: '', by: '' }],
    )
  })

  it('answered late between two looks it is still a fact, told to nobody any more', async () => {
    const id = await world.submit(wu, '信报箱被撬了')
    world.clock.advance({ hours: 24, minutes: 1 })
    await world.act(sun, id, 'answers', { text: '锁匠明天上午九点来装新锁。' })
    await forget()
    assert.equal(await look(), 1)
    assert.deepEqual(await told(qin), [])
    assert.deepEqual(await told(sun), [])
    assert.equal((await threadOf(id)).entries.at(-1).kind, 'breach')
    assert.equal(await look(), 0)
  })

  it('a suspension moves what it says', async () => {
    const id = await world.submit(wu, '屋顶要等天晴才能补')
    const untilOn = addDays(dateOnIn(world.clock.now()), 2)
    await world.act(sun, id, 'suspend', { reason: '这两天有雨，天晴才能补。', untilOn })
    world.clock.advance({ hours: 30 })
    assert.equal(await look(), 0)
    await world.act(sun, id, 'resume')
    world.clock.advance({ hours: 11, minutes: 59 })
    assert.equal(await look(), 0)
    world.clock.advance({ minutes: 1 })
    assert.equal(await look(), 1)
  })

  it('many are listed page by page, the longest overdue first', async () => {
    const ids: string[] = []
    for (let n = 0; n < 23; n += 1) {
      ids.push(await world.submit(wu, `第${n}件没人回的事`))
      world.clock.advance({ minutes: 1 })
    }
    world.clock.advance({ hours: 25 })
    await world.relay.drain()
    const first = await overdue()
    const second = await overdue(first.nextCursor ?? '')
    assert.deepEqual(
      [...first.items, ...second.items].map(({ serviceRequestId }) => serviceRequestId),
      ids,
    )
    assert.equal(second.nextCursor, null)
  })
})
