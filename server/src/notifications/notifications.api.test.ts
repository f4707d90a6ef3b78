import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { listNotifications } from '@shequtong/contract/notifications'
import { addDays, dateOnIn } from '@shequtong/domain/time'
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
    assert.deepEqual(await kinds(lead), ['serviceRequestOffered'])
    assert.deepEqual(await kinds(wu), [])
    await world.act(lead, id, 'accept-hand-over', {})
    assert.deepEqual(await kinds(wu), ['serviceRequestHandedOver'])
    assert.deepEqual(await kinds(sun), ['serviceRequestHandedOver'])
    assert.deepEqual(await kinds(zhou), [])
  })

  it('tells the asker that it is paused, goes on and was reported up, the colleague that it is theirs, the officer that it came', async () => {
    const qin = await world.officer('subdistrictOfficer', 2)
    const du = await world.officer('districtOfficer', 1)
    const id = await world.submit(wu, '小门的锁坏了，夜里关不上')
    const said = { kind: 'serviceRequestReportedUp', title: '小门的锁坏了，夜里关不上', subjectId: id }
    await world.relay.drain()
    await forget()
    await world.act(sun, id, 'assign', { roleGrantId: lead.hatId })
    assert.deepEqual(await kinds(lead), ['serviceRequestAssigned'])
    assert.deepEqual(await kinds(wu), [])
    const untilOn = dateOnIn(world.clock.now())
    await world.act(sun, id, 'suspend', { reason: '锁芯要订货，今晚到。', untilOn })
    world.clock.advance({ minutes: 1 })
    await world.act(sun, id, 'resume')
    world.clock.advance({ minutes: 1 })
    await world.act(sun, id, 'escalate', { toLevel: 'subdistrict', reason: '门外的路归街道管。' })
    assert.deepEqual(await kinds(wu), ['serviceRequestEscalated', 'serviceRequestResumed', 'serviceRequestSuspended'])
    assert.deepEqual(await kinds(lead), ['serviceRequestResumed', 'serviceRequestAssigned'])
    const told = (await inbox(qin)).items.map(({ kind, title, subjectId }) => ({ kind, title, subjectId }))
    assert.deepEqual(told, [said])
    assert.deepEqual(await kinds(du), [])
    await world.act(sun, id, 'escalate', { toLevel: 'district', reason: '街道说这条路归区里管。' })
    assert.deepEqual(await kinds(du), ['serviceRequestReportedUp'])
    assert.deepEqual(await kinds(qin), ['serviceRequestReportedUp'])
  })

  it('tells of a private request the few whose it is, in a title that says nothing', async () => {
    const gao = await world.cadre('committeeMember', '小高')
    const qin = await world.officer('subdistrictOfficer', 2)
    await forget()
    const id = await world.submit(wu, '楼上夜里打孩子', { visibility: 'private' })
    assert.deepEqual(await kinds(sun), ['serviceRequestSubmitted'])
    assert.deepEqual(await kinds(gao), [])
    const path = `/communities/10/service-requests/${id}/look-into`
    const hollow = await world.call(qin, 'POST', path, { reason: '1111' })
    assert.deepEqual([hollow.status, hollow.body.errors?.[0]?.code], [422, 'reason-not-stated'])
    assert.equal((await world.call(qin, 'POST', path, { reason: '妇联来问这户人家。' })).status, 200)
    assert.deepEqual(await kinds(wu), ['serviceRequestLookedInto'])
    await world.act(sun, id, 'assign', { roleGrantId: gao.hatId })
    await world.act(gao, id, 'replies', { text: '我今晚七点去看看。' })
    assert.deepEqual(await kinds(gao), ['serviceRequestAssigned'])
    await world.act(sun, id, 'escalate', { toLevel: 'subdistrict', reason: '请街道妇联一起上门。' })
    await world.act(sun, id, 'hand-over', { toRole: 'policeOfficer', reason: '请方警官今晚一起上门。' })
    await world.act(await world.cadre('policeOfficer', '方警官'), id, 'accept-hand-over', {})
    await world.relay.drain()
    await world.sql(`delete from notifications where person_id = $1`, [gao.personId])
    await world.act(wu, id, 'replies', { text: '今晚又听见了。' })
    assert.deepEqual(await kinds(gao), [], 'who may no longer see it hears no more of it')
    const titles = await world.sql('select distinct title from notifications')
    assert.deepEqual(
      titles.map(({ title }) => title),
      ['一件只给居委看的事'],
    )
  })

  it('tells a member what is decided about the membership, where and not why', async () => {
    await forget()
    const fact = {
      communityId: 10,
      aggregateId: zhou.hatId,
      byPersonId: sun.personId,
      payload: {
        subdistrictId: 2,
        districtId: 1,
        memberKind: 'resident',
        tenure: null,
        dwellingId: null,
        party: false,
      },
    }
    const path = `/communities/10/memberships/${zhou.hatId}`
    const until = { reason: '在群里骂人三次，劝过。', lastDayOn: addDays(dateOnIn(world.clock.now()), 7) }
    assert.equal((await world.call(sun, 'POST', `${path}/suspend`, until)).status, 200)
    world.clock.advance({ minutes: 1 })
    assert.equal((await world.call(sun, 'POST', `${path}/resume`, {})).status, 200)
    world.clock.advance({ minutes: 1 })
    const lastDayOn = dateOnIn(world.clock.now())
    const end = { cause: 'movedAway', lastDayOn, reason: '搬去闵行了。' }
    assert.equal((await world.call(sun, 'POST', `${path}/end`, end)).status, 200)
    world.clock.advance({ minutes: 1 })
    await world.append({ ...fact, type: 'membership.ended', byPersonId: undefined })
    const items = (await inbox(zhou)).items.map(({ kind, title }) => `${kind} ${title}`)
    assert.deepEqual(items, [
      'membershipEnded 宝山九村',
      'membershipEndPlanned 宝山九村',
      'membershipResumed 宝山九村',
      'membershipSuspended 宝山九村',
    ])
    assert.deepEqual(await kinds(sun), [])
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
