import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { membershipOf } from '../../test/support/bystanders.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createRelay } from '../jobs/relay.ts'

const words = '北块凉亭边的垃圾桶满了一个礼拜，没有人来收。'

describe('我也是', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let lu: TestPerson
  let jin: TestPerson
  let guo: TestPerson

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
    jin = await world.member(world.home, { shownName: '92号楼 金阿姨', trueName: '金小妹' })
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
  })
  after(() => world.close())

  const ask = async (more: object = {}) => {
    const body = { kind: 'complaint' as const, text: words, place: '北块凉亭', ...more }
    const { serviceRequestId } = await wu.does('submitServiceRequest', { params: { communityId }, body })
    return { communityId, serviceRequestId }
  }
  type Params = Awaited<ReturnType<typeof ask>>
  const says = (person: TestPerson, params: Params, on = true) =>
    person.does('supportServiceRequest', { params, body: { on } })
  const supportersOf = async (params: Params) => (await wu.does('readServiceRequest', { params })).supporterCount
  const told = async (person: TestPerson, kind: string) => {
    await createRelay(world.services).drain()
    const { items } = await person.does('listNotifications', {})
    return items.filter((item) => item.kind === kind).length
  }

  test('卢阿姨 and 金阿姨 join the words of 吴女士; said twice it counts once, taken back it counts no more', async () => {
    const params = await ask()
    assert.equal((await says(lu, params)).supporterCount, 1)
    assert.equal((await says(lu, params)).supporterCount, 1)
    assert.equal((await says(jin, params)).supporterCount, 2)
    const { items } = await wu.does('listFeed', { params: { communityId } })
    const card = items.find(
      (item) => item.type === 'serviceRequest' && item.serviceRequestId === params.serviceRequestId,
    )
    assert.equal(card?.type === 'serviceRequest' && card.supporterCount, 2)
    assert.deepEqual((await lu.does('listMySupport', { params: { communityId } })).serviceRequestIds, [
      params.serviceRequestId,
    ])
    assert.equal((await says(lu, params, false)).supporterCount, 1)
    assert.equal((await says(lu, params, false)).supporterCount, 1)
    assert.deepEqual((await lu.does('listMySupport', { params: { communityId } })).serviceRequestIds, [])
  })

  test('the asker says it with the request itself, a cadre has no dwelling here, and nobody joins what is private', async () => {
    const params = await ask()
    const body = { on: true }
    assert.ok(!(await wu.does('readServiceRequest', { params })).may.includes('support'))
    assert.ok((await lu.does('readServiceRequest', { params })).may.includes('support'))
    await wu.isRefused('supportServiceRequest', { params, body }, 'not-permitted')
    await guo.isRefused('supportServiceRequest', { params, body }, 'not-permitted')
    await guo.isRefused('listMySupport', { params: { communityId } }, 'not-permitted')
    await lu.isRefused('supportServiceRequest', { params: await ask({ visibility: 'private' }), body }, 'not-found')
  })

  test('whoever joined is told of the answer, the result and a second round, and may join no more once it ended', async () => {
    const params = await ask()
    await says(lu, params)
    await guo.does('answerServiceRequest', { params, body: { text: '环卫所明天早上七点来收，以后一天收两次。' } })
    await guo.does('resolveServiceRequest', { params, body: { result: '今天早上七点收走了，桶也冲干净了。' } })
    world.clock.advance({ minutes: 5 })
    assert.equal((await says(jin, params)).supporterCount, 2)
    await wu.does('reopenServiceRequest', { params, body: { reason: '只收了一次，今天又满了。' } })
    assert.deepEqual(
      [
        await told(lu, 'supportedRequestAnswered'),
        await told(lu, 'supportedRequestResolved'),
        await told(lu, 'supportedRequestReopened'),
        await told(jin, 'supportedRequestResolved'),
        await told(jin, 'supportedRequestReopened'),
      ],
      [1, 1, 1, 0, 1],
    )
    await wu.does('withdrawServiceRequest', { params, body: {} })
    assert.equal(await told(lu, 'supportedRequestWithdrawn'), 1)
    await lu.isRefused('supportServiceRequest', { params, body: { on: true } }, 'not-found')
    const ended = await ask()
    await guo.does('resolveServiceRequest', { params: ended, body: { result: '今天早上七点收走了，桶也冲干净了。' } })
    await wu.does('confirmServiceRequest', { params: ended, body: {} })
    const refused = await lu.isRefused(
      'supportServiceRequest',
      { params: ended, body: { on: true } },
      'transition-refused',
    )
    assert.equal(refused.from, 'confirmed')
  })

  test('200 neighbours press at once, a third of them twice: 200 voices, and the counter is what stands in the table', async () => {
    const params = await ask()
    const neighbours: TestPerson[] = []
    for (let n = 0; n < 200; n += 1) {
      const digits = '零一二三四五六七八九'
      const name = [...String(n).padStart(3, '0')].map((digit) => digits[Number(digit)]).join('')
      neighbours.push(
        await world.member(world.home, { shownName: `92号楼 邻居${name}`, trueName: `邻${name.slice(1)}` }),
      )
    }
    const pressed = await Promise.all(
      neighbours.flatMap((person, n) =>
        Array.from({ length: n % 3 === 0 ? 2 : 1 }, () =>
          person.send('supportServiceRequest', { params, body: { on: true } }),
        ),
      ),
    )
    assert.ok(pressed.every(({ status }) => status === 200))
    assert.equal(await supportersOf(params), 200)
    const { count } = await world.services.db.one<{ count: number }>(
      `select count(distinct membership_id)::int as count from service_request_supporters where service_request_id = $1`,
      [params.serviceRequestId],
    )
    assert.equal(count, 200)
    const half = neighbours.slice(0, 100)
    await Promise.all([
      ...half.map((person) => person.send('supportServiceRequest', { params, body: { on: false } })),
      guo.does('answerServiceRequest', { params, body: { text: '环卫所明天早上七点来收，以后一天收两次。' } }),
    ])
    assert.equal(await supportersOf(params), 100)
  })

  test('who is erased takes the voice along', async () => {
    const params = await ask()
    const gao = await world.member(world.home, { shownName: '92号楼 高先生', trueName: '高一鸣' })
    await says(gao, params)
    await says(lu, params)
    await gao.does('leaveCommunity', { params: { membershipId: await membershipOf(gao) }, body: {} })
    world.clock.advance({ days: 8 })
    await createJobs(world.services).runNow()
    assert.equal(await supportersOf(params), 1)
  })
})
