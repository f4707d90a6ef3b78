import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Api, EndpointName } from '@shequtong/contract/api'
import type { RequestOf } from '@shequtong/contract/endpoint'
import { createJobs } from '../../src/jobs/jobs.ts'
import { membershipOf } from '../support/bystanders.ts'
import type { TestPerson } from '../support/test-person.ts'
import { createTestWorld, type TestWorld } from '../support/test-world.ts'

const words = { kind: 'help' as const, text: '小门的锁坏了，夜里关不上。', place: '小门' }
const secret = { ...words, text: '楼上夜里打孩子，想请人问问。', visibility: 'private' as const }
const answer = { text: '明天上午九点锁匠来换，换好告诉您。' }

describe('the same press again', () => {
  let world: TestWorld
  let communityId: number
  let sun: TestPerson
  let zhou: TestPerson
  let neighbours = 0

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    zhou = await world.inRole('propertyManager', communityId, '周经理')
  })
  after(() => world.close())

  const newNeighbour = () => {
    neighbours += 1
    const given = '一二三四五六七八九十百千'[neighbours] ?? ''
    return world.member(world.home, { trueName: `蒋小${given}`, shownName: `92号楼 蒋${given}女士` })
  }
  const count = async (sql: string, values: unknown[]): Promise<number> =>
    (await world.services.db.one<{ count: number }>(`select count(*)::int as count from ${sql}`, values)).count
  /** What people said in it; what time brought about stands there, too. */
  const entriesOf = (id: string) =>
    count(`service_request_entries where service_request_id = $1 and kind <> 'breach'`, [id])
  const asks = async (person: TestPerson, body: typeof words = words) => {
    const given = { params: { communityId }, body }
    const key = randomUUID()
    const first = await person.does('submitServiceRequest', given, { key })
    const params = { communityId, serviceRequestId: first.serviceRequestId }
    return { given, key, first, params }
  }
  /** A write and the means to send the very same once more. */
  const once = async <N extends EndpointName>(person: TestPerson, name: N, given: Partial<RequestOf<Api[N]>>) => {
    const key = randomUUID()
    const first = await person.does(name, given, { key })
    return { first, again: () => person.send(name, given, { key }) }
  }

  test('a reply that was lost comes again, word for word, for every kind of write', async () => {
    const wu = await newNeighbour()
    const { given, key, first, params } = await asks(wu)
    world.clock.advance({ seconds: 2 })
    assert.deepEqual(await wu.does('submitServiceRequest', given, { key }), first)
    const answered = await once(sun, 'answerServiceRequest', { params, body: answer })
    world.clock.advance({ seconds: 2 })
    assert.deepEqual((await answered.again()).reply, answered.first)
    assert.equal(await entriesOf(params.serviceRequestId), 1)

    const membershipId = await membershipOf(wu)
    const person = { params: { communityId, membershipId } }
    const office = { phone: '021-56671234', address: '共和新路 5005 弄', hours: '' }
    const role = { role: 'buildingLead', phone: world.newPhone(), shownName: '蒋组长', buildingId: null, endsOn: null }
    const writes: [TestPerson, EndpointName, object][] = [
      [sun, 'suspendMembership', { ...person, body: { reason: '租期到了，请来一趟。', lastDayOn: '2027-01-31' } }],
      [sun, 'resumeMembership', { ...person, body: {} }],
      [sun, 'changeOffice', { params: { communityId }, body: office }],
      [wu, 'wearHat', { body: { hatId: membershipId } }],
      [sun, 'grantRole', { params: { communityId }, body: role }],
      [wu, 'leaveCommunity', { params: { membershipId }, body: {} }],
      [wu, 'stayInCommunity', { params: { membershipId }, body: {} }],
    ]
    for (const [who, name, body] of writes) {
      const write = await once(who, name, body as never)
      world.clock.advance({ seconds: 2 })
      assert.deepEqual((await write.again()).reply, write.first, name)
    }
  })

  test('what others did since is in it, and what became invisible is not: handed over, withdrawn', async () => {
    const wu = await newNeighbour()
    const { params } = await asks(wu)
    const answered = await once(zhou, 'replyToServiceRequest', { params, body: { text: '锁匠在路上了。' } })
    await sun.does('answerServiceRequest', { params, body: answer })
    assert.equal((await answered.again()).reply.entries.length, 2)
    const withdrawn = await once(wu, 'withdrawServiceRequest', { params, body: {} })
    assert.equal((await answered.again()).problem?.type, '/problems/not-found', 'the property sees it no more')
    assert.equal((await withdrawn.again()).reply.state, 'withdrawn', 'its asker does')

    const hidden = await asks(wu, secret)
    const to = { params: hidden.params }
    await sun.does('handOverServiceRequest', { ...to, body: { toRole: 'propertyManager', reason: '请您去看一看。' } })
    const said = await once(zhou, 'replyToServiceRequest', { ...to, body: { text: '我先去敲门问问。' } })
    assert.equal((await said.again()).status, 200)
    await zhou.does('returnHandOver', { ...to, body: { reason: '家里的事我们进不去门。' } })
    assert.equal((await said.again()).problem?.type, '/problems/not-found')
    const before = await entriesOf(hidden.params.serviceRequestId)
    assert.equal((await said.again()).status, 404)
    assert.equal(await entriesOf(hidden.params.serviceRequestId), before, 'and nothing was said twice')
  })

  test('another hat: the press stays done once, and shows what the hat worn now may see', async () => {
    const both = await newNeighbour()
    const membershipId = await membershipOf(both)
    const { personId } = await world.services.db.one<{ personId: string }>(
      `select person_id as "personId" from memberships where membership_id = $1`,
      [membershipId],
    )
    const phone = (await world.services.vault.deliveryAddresses(world.services.db, personId)).phone ?? ''
    await sun.does('grantRole', {
      params: { communityId },
      body: { role: 'committeeMember', phone, shownName: '蒋干事', buildingId: null, endsOn: null },
    } as never)
    const { hats } = await both.does('readMe')
    const role = hats.find(({ type }) => type === 'role')?.hatId ?? ''
    await both.does('wearHat', { body: { hatId: role } })
    const { params } = await asks(await newNeighbour())
    const said = await once(both, 'replyToServiceRequest', { params, body: { text: '我去看过，锁芯断了。' } })
    await both.does('noteServiceRequest', { params, body: { text: '先别说是谁报的。' } })
    assert.equal((await said.again()).reply.entries.length, 2)
    await both.does('wearHat', { body: { hatId: membershipId } })
    const asNeighbour = await said.again()
    assert.deepEqual(
      asNeighbour.reply.entries.map(({ kind }) => kind),
      ['reply'],
      'the internal note is not for a neighbour',
    )
    assert.equal(await entriesOf(params.serviceRequestId), 2)
  })

  test('suspended, ended, blocked: the retry is refused or shows what is left, and nothing is done twice', async () => {
    const wu = await newNeighbour()
    const lu = await newNeighbour()
    const { params } = await asks(wu)
    const said = await once(lu, 'replyToServiceRequest', { params, body: { text: '我家也听见了，夜里咣当响。' } })
    const thanked = await once(wu, 'replyToServiceRequest', { params, body: { text: '谢谢您。' } })
    assert.equal(thanked.first.entries.length, 2)
    await wu.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: params.serviceRequestId, entryId: said.first.entries[0]?.entryId ?? null },
    })
    assert.deepEqual(
      (await thanked.again()).reply.entries.map(({ text }) => text),
      ['谢谢您。'],
    )
    const membershipId = await membershipOf(lu)
    await sun.does('suspendMembership', {
      params: { communityId, membershipId },
      body: { reason: '租期到了，请来一趟。', lastDayOn: '2027-01-31' },
    })
    assert.equal((await said.again()).problem?.type, '/problems/not-permitted')
    await sun.does('resumeMembership', { params: { communityId, membershipId }, body: {} })
    await lu.does('leaveCommunity', { params: { membershipId }, body: {} })
    world.clock.advance({ days: 6, hours: 23 })
    assert.equal((await said.again()).status, 200)
    world.clock.advance({ hours: 2 })
    await createJobs(world.services).runNow()
    assert.ok([401, 404].includes((await said.again()).status))
    assert.equal(await entriesOf(params.serviceRequestId), 2)
  })

  test('under no key stands a name or a word of anybody', async () => {
    const wu = await newNeighbour()
    const { params } = await asks(wu)
    await sun.does('answerServiceRequest', { params, body: answer })
    const { kept } = await world.services.db.one<{ kept: string }>(
      `select coalesce(string_agg(kept, ' '), '') as kept from idempotency_keys`,
    )
    assert.ok(kept.includes(params.serviceRequestId))
    assert.doesNotMatch(kept, /\p{Script=Han}/u)
  })

  const twenty = async <N extends EndpointName>(person: TestPerson, name: N, given: Partial<RequestOf<Api[N]>>) => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => person.send(name, given, { key })))
    return { key, answers }
  }

  test('an officer presses twenty times at once: one line in the thread, the thread twenty times, for as long as the look is valid', async () => {
    const wu = await newNeighbour()
    const { params } = await asks(wu, secret)
    const qin = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '秦干事')
    const given = { params, body: { reason: '妇联来问这户人家，核对一下原话。' } }
    const { key, answers } = await twenty(qin, 'lookIntoServiceRequest', given)
    for (const { status, reply } of answers) assert.deepEqual([status, reply.text], [200, secret.text])
    assert.equal(await entriesOf(params.serviceRequestId), 1)
    await qin.isRefused(
      'lookIntoServiceRequest',
      { params, body: { reason: '换一个理由再看一次。' } },
      'idempotency-conflict',
      { key },
    )
    world.clock.advance({ minutes: 15 })
    await qin.isRefused('lookIntoServiceRequest', given, 'done-already', { key })
    assert.equal(await entriesOf(params.serviceRequestId), 1)
    await wu.does('withdrawServiceRequest', { params, body: {} })
    await qin.isRefused('lookIntoServiceRequest', given, 'not-found', { key })
  })

  test('what is shown once is shown to one of twenty presses, and logged once: an identity, a copy of the own data', async () => {
    const someone = await world.visitor('an applicant')
    const { registrationId } = await someone.does('register', {
      params: { code: world.home.code },
      body: await world.claim(world.home, { trueName: '候小候', shownName: '92号楼 候先生' }),
    })
    const given = {
      params: { communityId, registrationId },
      body: { fields: ['trueName' as const], reason: '核对纸质材料上的名字。' },
    }
    const shown = await twenty(sun, 'revealApplicant', given)
    assert.deepEqual(shown.answers.map(({ status }) => status).toSorted(), [
      200,
      ...Array.from({ length: 19 }, () => 409),
    ])
    for (const { problem, status } of shown.answers)
      if (status === 409) assert.equal(problem.type, '/problems/done-already')
    assert.equal((await someone.does('listMyLookUps')).items.length, 1)
    const other = { ...given, body: { ...given.body, fields: ['phone'] } }
    await sun.isRefused('revealApplicant', other as never, 'idempotency-conflict', { key: shown.key })

    const copied = await twenty(someone, 'exportMyData', { body: {} })
    assert.equal(copied.answers.filter(({ status }) => status === 200).length, 1)
    const { exports } = await someone.does('exportMyData', { body: {} })
    assert.equal(exports.length, 2, 'twenty presses took one of the three copies of a day')
    await someone.isRefused('exportMyData', { body: {} }, 'done-already', { key: copied.key })
    const { kept } = await world.services.db.one<{ kept: string | null }>(
      `select kept from idempotency_keys where key = $1`,
      [shown.key],
    )
    assert.equal(kept, null)
  })

  test('a code for a phone is sent once for twenty presses, and not again for a late one', async () => {
    const phone = world.newPhone()
    const someone = world.stranger()
    const { key, answers } = await twenty(someone, 'requestPhoneCode', { body: { phone } })
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
    const code = (await world.lastSms(phone))?.values.code
    world.clock.advance({ seconds: 90 })
    assert.equal((await someone.send('requestPhoneCode', { body: { phone } }, { key })).status, 200)
    assert.equal((await world.lastSms(phone))?.values.code, code)
    assert.equal(
      await count('phone_codes where phone_index = $1', [world.services.vault.phoneCodeIndex(`+86${phone}`)]),
      1,
    )
    await someone.isRefused('requestPhoneCode', { body: { phone: world.newPhone() } }, 'idempotency-conflict', { key })
  })
})
