import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createRelay } from '../jobs/relay.ts'

const words = '淞宝路半夜渣土车太吵，窗户都不敢开。'
const reason = '沿街七栋楼反映，需要街道协调交警和城管。'
const answer = '街道城建中心和交警今晚十点到现场，渣土车改走月浦路。'

describe('what the community reports upward is in the hand of the level above', () => {
  let world: TestWorld
  let home: TestWorld['home']
  let wu: TestPerson
  let sun: TestPerson
  let lu: TestPerson
  let du: TestPerson

  before(async () => {
    world = await createTestWorld()
    home = world.home
    wu = await world.member(home, { shownName: '92号楼 吴女士' })
    sun = await world.inRole('committeeDirector', home.communityId, '孙主任')
    lu = await world.inRole('subdistrictOfficer', home.subdistrictId, '陆科员')
    du = await world.inRole('districtOfficer', home.districtId, '杜科长')
  })
  after(() => world.close())

  const relayed = () => createRelay(world.services).drain()
  const ask = async (more: { visibility?: 'private' } = {}) => {
    const { communityId } = home
    const body = { kind: 'complaint' as const, text: words, place: '淞宝路', ...more }
    const { serviceRequestId } = await wu.does('submitServiceRequest', { params: { communityId }, body })
    return { communityId, serviceRequestId }
  }
  type Params = Awaited<ReturnType<typeof ask>>
  const escalated = async (toLevel: 'subdistrict' | 'district', more: { visibility?: 'private' } = {}) => {
    const params = await ask(more)
    await sun.does('escalateServiceRequest', { params, body: { toLevel, reason } })
    return params
  }
  const inbox = async (show?: 'waiting' | 'overdue' | 'answered') => {
    await relayed()
    const { subdistrictId } = home
    return lu.does('listSubdistrictInbox', { params: { subdistrictId }, ...(show && { query: { show } }) })
  }
  const inDistrict = async () => {
    await relayed()
    return du.does('listDistrictInbox', { params: { districtId: home.districtId } })
  }
  const has = ({ items }: Awaited<ReturnType<typeof inbox>>, { serviceRequestId }: Params) =>
    items.some((row) => row.serviceRequestId === serviceRequestId)
  const told = async (person: TestPerson, kind: string, { serviceRequestId }: Params) => {
    await relayed()
    const { items } = await person.does('listNotifications', {})
    return items.filter((item) => item.kind === kind && item.subjectId === serviceRequestId).length
  }

  test('陆科员 finds it in the inbox of the subdistrict, answers in the office’s name, and the clock stops', async () => {
    const before = await inbox()
    const params = await ask()
    assert.equal(has(await inbox(), params), false)
    await lu.isRefused('answerServiceRequest', { params, body: { text: answer } }, 'not-permitted')
    await sun.does('escalateServiceRequest', { params, body: { toLevel: 'subdistrict', reason } })
    const waiting = await inbox('waiting')
    assert.equal(waiting.waiting, before.waiting + 1)
    assert.ok(has(waiting, params))
    assert.equal(has(await inbox('answered'), params), false)
    assert.equal(await told(lu, 'serviceRequestReportedUp', params), 1)
    const { may } = await lu.does('readServiceRequest', { params })
    assert.deepEqual(may, ['answer', 'askBack', 'escalate', 'returnEscalation', 'resolve', 'endorseReply'])

    const reply = await lu.does('answerServiceRequest', { params, body: { text: answer, inOfficeName: true } })
    assert.equal(reply.state, 'answered')
    const seen = await wu.does('readServiceRequest', { params })
    const said = seen.entries.at(-1)
    assert.deepEqual([said?.kind, said?.by?.role, said?.by?.inOfficeName], ['answer', 'subdistrictOfficer', true])
    assert.equal(await told(wu, 'serviceRequestAnswered', params), 1)
    assert.equal(await told(sun, 'serviceRequestAnsweredAbove', params), 1)
    assert.ok(has(await inbox('answered'), params))
    assert.equal((await inbox()).waiting, before.waiting)

    await lu.does('resolveServiceRequest', { params, body: { result: '渣土车夜里已改走月浦路，交警每晚巡查。' } })
    assert.equal(has(await inbox(), params), false)
    assert.equal(await told(sun, 'serviceRequestResolvedAbove', params), 1)
    const late = { toLevel: 'community', reason: '这件事居委也能办。' } as const
    await lu.isRefused('returnEscalation', { params, body: late }, 'transition-refused')
    await wu.does('confirmServiceRequest', { params, body: {} })
  })

  test('the committee goes on working on it beside the officer: whoever answers first stops the clock, both are kept', async () => {
    const params = await escalated('subdistrict')
    await Promise.all([
      sun.does('answerServiceRequest', { params, body: { text: '街道今天已经联系交警，我明早告诉您结果。' } }),
      lu.does('answerServiceRequest', { params, body: { text: answer } }),
    ])
    const { entries, state } = await wu.does('readServiceRequest', { params })
    assert.equal(state, 'answered')
    assert.equal(entries.filter(({ kind }) => kind === 'answer').length, 2)
  })

  test('陆科员 reports it further up: 杜科长 has it, the subdistrict reads it and has it in hand no longer', async () => {
    const params = await escalated('subdistrict')
    await lu.does('escalateServiceRequest', { params, body: { toLevel: 'district', reason: '改线要区交通委批准。' } })
    assert.equal(has(await inbox(), params), false)
    assert.ok(has(await inDistrict(), params))
    assert.equal(await told(du, 'serviceRequestReportedUp', params), 1)
    await lu.isRefused('answerServiceRequest', { params, body: { text: answer } }, 'not-permitted')
    assert.deepEqual((await lu.does('readServiceRequest', { params })).may, [])
    await du.does('answerServiceRequest', { params, body: { text: '区交通委本周五批复改线，批复当天告诉您。' } })
  })

  test('returned with a reason it is the committee’s again; she who asked and who leads it read why', async () => {
    const params = await escalated('subdistrict')
    const { deadlineAt } = (await wu.does('readServiceRequest', { params })).clock
    const back = { toLevel: 'community', reason: '隔音窗由物业在小区内加装，居委可以办。' } as const
    await sun.isRefused('returnEscalation', { params, body: back }, 'not-permitted')
    await wu.isRefused('returnEscalation', { params, body: back }, 'not-permitted')
    await lu.isRefused('returnEscalation', { params, body: { ...back, reason: '收到' } }, 'rule-refused')
    const up = { toLevel: 'subdistrict', reason: back.reason } as const
    const refusal = await lu.isRefused('returnEscalation', { params, body: up }, 'rule-refused')
    assert.equal(refusal.code, 'level-not-lower')
    const reply = await lu.does('returnEscalation', { params, body: back })
    assert.deepEqual([reply.level, reply.may], ['community', []])
    const seen = await wu.does('readServiceRequest', { params })
    assert.deepEqual([seen.entries.at(-1)?.kind, seen.entries.at(-1)?.to], ['escalationReturned', 'community'])
    assert.equal(seen.clock.deadlineAt, deadlineAt)
    assert.equal(await told(wu, 'serviceRequestEscalationReturned', params), 1)
    assert.equal(await told(sun, 'serviceRequestCameBack', params), 1)
    assert.equal(has(await inbox(), params), false)
    await lu.isRefused('returnEscalation', { params, body: back }, 'not-permitted')
  })

  test('from the district it goes to the subdistrict, whose officers are told that it is theirs', async () => {
    const params = await escalated('district')
    await du.does('returnEscalation', {
      params,
      body: { toLevel: 'subdistrict', reason: '街道城建中心可以直接协调交警。' },
    })
    assert.equal(await told(lu, 'serviceRequestReportedUp', params), 1)
    assert.ok(has(await inbox(), params))
  })

  test('a private one is read by the level that has it, and by nobody there once it was returned', async () => {
    const params = await escalated('subdistrict', { visibility: 'private' })
    const row = (await inbox()).items.find((one) => one.serviceRequestId === params.serviceRequestId)
    assert.deepEqual([row?.restricted, row?.by], [false, '92号楼 吴女士'])
    const body = { toLevel: 'community', reason: '这件事居委主任上门谈更合适。' } as const
    assert.equal((await lu.does('returnEscalation', { params, body })).level, 'community')
    await lu.isRefused('readServiceRequest', { params }, 'not-found')
    assert.equal(has(await inbox(), params), false)
  })

  test('most urgent first, overdue counted; twenty-one stand on two pages, none twice', async () => {
    for (let at = 0; at < 21; at += 1) {
      await escalated('subdistrict')
      world.clock.advance({ minutes: 1 })
    }
    const first = await inbox()
    const { subdistrictId } = home
    const second = await lu.does('listSubdistrictInbox', {
      params: { subdistrictId },
      query: { cursor: first.nextCursor ?? '' },
    })
    const rows = [...first.items, ...second.items]
    assert.equal(first.items.length, 20)
    assert.equal(new Set(rows.map(({ serviceRequestId }) => serviceRequestId)).size, rows.length)
    assert.ok(rows.filter(({ clock }) => clock.stoppedAt === null).length >= 21)
    const keys = rows.map(({ clock }) => `${clock.stoppedAt === null ? 0 : 1} ${clock.deadlineAt}`)
    assert.deepEqual(keys, keys.toSorted())
    world.clock.advance({ hours: 25 })
    const late = await inbox('overdue')
    assert.equal(late.overdue, late.waiting)
    assert.ok(late.overdue >= 21)
  })

  test('an internal note stays in the community: no officer writes or reads one', async () => {
    const params = await escalated('subdistrict')
    await sun.does('noteServiceRequest', { params, body: { text: '先别告诉沿街商户' } })
    await lu.isRefused('noteServiceRequest', { params, body: { text: '街道知道了' } }, 'not-permitted')
    const { entries } = await lu.does('readServiceRequest', { params })
    assert.ok(!JSON.stringify(entries).includes('沿街商户'))
  })
})
