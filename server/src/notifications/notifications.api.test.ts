import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { listNotifications } from '@shequtong/contract/notifications'
import { createTestWorld, type TestPerson, type TestWorld } from '../jobs/test-world.ts'

let world: TestWorld
let wu: TestPerson
let zhou: TestPerson
let sun: TestPerson
let lead: TestPerson
before(async () => {
  world = await createTestWorld()
  wu = await world.member('吴女士')
  zhou = await world.member('周先生')
  sun = await world.cadre('committeeDirector', '孙主任')
  lead = await world.cadre('buildingLead', '李组长')
})
after(() => world.close())

const inbox = async (person: TestPerson) => {
  await world.relay.drain()
  const { status, body } = await world.call(person, 'GET', '/me/notifications')
  assert.equal(status, 200)
  return listNotifications.reply.parse(body)
}
const kinds = async (person: TestPerson) => (await inbox(person)).items.map(({ kind }) => kind)
const forget = () => world.sql('delete from notifications')

describe('the inbox', () => {
  it('tells the committee of a new request, not the neighbours and not the asker', async () => {
    const id = await world.submit(wu, '路灯坏了三天。晚上看不见。')
    const { items, unreadCount } = await inbox(sun)
    assert.deepEqual(
      items.map(({ kind, title, subjectId, readAt }) => ({ kind, title, subjectId, readAt })),
      [{ kind: 'serviceRequestSubmitted', title: '路灯坏了三天', subjectId: id, readAt: null }],
    )
    assert.equal(unreadCount, 1)
    for (const other of [wu, zhou, lead]) assert.deepEqual(await kinds(other), [])
  })

  it('tells the asker each step, newest first, and counts nothing after reading', async () => {
    await forget()
    const id = await world.submit(wu, '门禁卡失灵')
    for (const [action, body] of [
      ['read', {}],
      ['answers', { text: '明天上午物业来换读卡器' }],
      ['resolve', { result: '读卡器已经换好，请试一试' }],
    ] as const) {
      world.clock.advance({ minutes: 5 })
      await world.act(sun, id, action, body)
    }
    const seen = ['serviceRequestResolved', 'serviceRequestAnswered', 'serviceRequestRead']
    assert.deepEqual(await kinds(wu), seen)
    assert.equal((await world.call(wu, 'POST', '/me/notifications/read', {})).status, 200)
    assert.equal((await inbox(wu)).unreadCount, 0)
    world.clock.advance({ minutes: 5 })
    await world.act(wu, id, 'confirm')
    assert.equal((await kinds(sun))[0], 'serviceRequestConfirmed')
    assert.deepEqual(await kinds(wu), seen)
  })

  it('tells of a reply the asker and who spoke before, never who wrote it, and each once', async () => {
    const id = await world.submit(wu, '晾衣杆占了过道')
    await world.relay.drain()
    await forget()
    await world.act(zhou, id, 'replies', { text: '我家也被挡住了' })
    assert.deepEqual(await kinds(wu), ['serviceRequestReplied'])
    assert.deepEqual(await kinds(zhou), [])
    await world.act(wu, id, 'replies', { text: '谢谢周先生一起说' })
    assert.deepEqual(await kinds(zhou), ['serviceRequestReplied'])
    assert.deepEqual(await kinds(wu), ['serviceRequestReplied'])
    await world.relay.drain()
    assert.deepEqual(await kinds(lead), [])
  })

  it('tells nobody of an internal note, and the new owner of a hand-over', async () => {
    const id = await world.submit(wu, '楼道堆物', { visibility: 'private' })
    await world.relay.drain()
    await forget()
    await world.act(sun, id, 'notes', { text: '先电话了解' })
    await world.relay.drain()
    assert.equal((await world.sql('select 1 from notifications')).length, 0)
    await world.act(sun, id, 'hand-over', { toRole: 'buildingLead', reason: '请李组长上门看看楼道情况' })
    assert.deepEqual(await kinds(lead), ['serviceRequestHandedOver'])
    assert.deepEqual(await kinds(wu), ['serviceRequestHandedOver'])
    assert.deepEqual(await kinds(zhou), [])
  })

  it('tells the applicant what became of the registration and the subject that somebody looked', async () => {
    await forget()
    const [row] = await world.sql(`select registration_id as id from registrations where person_id = $1`, [wu.personId])
    const fact = { communityId: 10, aggregateId: String(row?.id), byPersonId: sun.personId, payload: {} }
    await world.append({ ...fact, type: 'registration.submitted', byPersonId: wu.personId })
    await world.append({ ...fact, type: 'registration.approved' })
    await world.append({ ...fact, type: 'identity.looked_up', payload: { subjectPersonId: wu.personId } })
    const items = (await inbox(wu)).items.map(({ kind, title }) => `${kind} ${title}`)
    assert.deepEqual(items.sort(), ['identityLookedUp 宝山九村', 'registrationApproved 宝山九村'])
    assert.deepEqual(await kinds(sun), ['registrationSubmitted'])
  })

  it('pages through a long inbox without a gap or a double', async () => {
    await forget()
    for (let i = 0; i < 35; i += 1) await world.submit(wu, `第${i}件事要说一说`)
    const first = await inbox(sun)
    const rest = await world.call(sun, 'GET', `/me/notifications?cursor=${first.nextCursor}`)
    const ids = [...first.items, ...rest.body.items].map(({ notificationId }) => notificationId)
    assert.equal(new Set(ids).size, 35)
    assert.equal(rest.body.nextCursor, null)
  })
})
