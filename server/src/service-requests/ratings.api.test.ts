import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

const words = '92号楼一楼大厅的灯坏了三天，晚上进出看不见台阶。'

describe('attitude and result, rated apart', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let lu: TestPerson
  let guo: TestPerson

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
  })
  after(() => world.close())

  const resolved = async () => {
    const body = { kind: 'matter' as const, text: words, place: '92号楼' }
    const { serviceRequestId } = await wu.does('submitServiceRequest', { params: { communityId }, body })
    const params = { communityId, serviceRequestId }
    await guo.does('resolveServiceRequest', { params, body: { result: '电工下午换好了灯管，晚上亮了。' } })
    return params
  }
  type Params = Awaited<ReturnType<typeof resolved>>
  const rate = (params: Params, attitude: 1 | 4 | 5 | null, result: 1 | 2 | 5 | null) =>
    wu.does('rateServiceRequest', { params, body: { attitude, result } })
  const refused = async (person: TestPerson, params: Params) =>
    (await person.send('rateServiceRequest', { params, body: { attitude: 5, result: 5 } })).status

  test('吴女士 confirms, rates, and changes her mind; the thread and its version stay as they were', async () => {
    const params = await resolved()
    assert.equal(await refused(wu, params), 409)
    const confirmed = await wu.does('confirmServiceRequest', { params, body: {} })
    assert.ok(confirmed.may.includes('rate'))
    assert.deepEqual(await wu.does('readOwnRating', { params }), { attitude: null, result: null })
    await rate(params, 4, null)
    await rate(params, 4, 2)
    assert.deepEqual(await wu.does('readOwnRating', { params }), { attitude: 4, result: 2 })
    assert.deepEqual(await wu.does('readServiceRequest', { params }), confirmed)
  })

  test('nobody else rates it, and nobody else reads it: not 卢阿姨, not 郭书记', async () => {
    const params = await resolved()
    await wu.does('confirmServiceRequest', { params, body: {} })
    await rate(params, 5, 5)
    for (const person of [lu, guo]) {
      assert.equal(await refused(person, params), 403)
      assert.ok([403, 404].includes((await person.send('readOwnRating', { params })).status))
      assert.doesNotMatch(JSON.stringify(await person.does('readServiceRequest', { params })), /attitude|rat(e|ing)"/)
    }
  })

  test('neither said is no rating', async () => {
    const params = await resolved()
    await wu.does('confirmServiceRequest', { params, body: {} })
    const answer = await wu.send('rateServiceRequest', { params, body: { attitude: null, result: null } })
    assert.equal(answer.problem.code, 'rating-empty')
  })

  test('reopened: the first round may be rated until the second has its result, then the second after it', async () => {
    const params = await resolved()
    const reopened = await wu.does('reopenServiceRequest', { params, body: { reason: '晚上又不亮了，请再看看。' } })
    assert.ok(reopened.may.includes('rate'))
    await rate(params, 4, 1)
    await guo.does('resolveServiceRequest', { params, body: { result: '换了整个灯座，连着亮了两晚。' } })
    assert.equal(await refused(wu, params), 409)
    await wu.does('confirmServiceRequest', { params, body: {} })
    assert.deepEqual(await wu.does('readOwnRating', { params }), { attitude: null, result: null })
    await rate(params, 5, 5)
    const { rows } = await world.services.db.one<{ rows: unknown }>(
      `select json_agg(json_build_array(round, attitude, result) order by round) as rows from service_request_ratings
       where service_request_id = $1`,
      [params.serviceRequestId],
    )
    assert.deepEqual(rows, [
      [0, 4, 1],
      [1, 5, 5],
    ])
  })

  test('the committee sees nothing of four, five of five to nine, of the last quarter alone; a neighbour never', async () => {
    const other = world.compounds.find((compound) => compound.communityId !== communityId)
    assert.ok(other !== undefined)
    const jin = await world.member(other, { shownName: '92号楼 金阿姨', trueName: '金小妹' })
    const sun = await world.inRole('committeeDirector', other.communityId, '孙主任')
    const at = { communityId: other.communityId }
    const rated = async () => {
      const body = { kind: 'matter' as const, text: words, place: '3号楼' }
      const { serviceRequestId } = await jin.does('submitServiceRequest', { params: at, body })
      const params = { ...at, serviceRequestId }
      await sun.does('resolveServiceRequest', { params, body: { result: '电工下午换好了灯管，晚上亮了。' } })
      await jin.does('confirmServiceRequest', { params, body: {} })
      await jin.does('rateServiceRequest', { params, body: { attitude: 5, result: null } })
      world.clock.advance({ minutes: 1 })
    }
    const seen = () => sun.does('readRatings', { params: at })
    for (let n = 0; n < 4; n += 1) await rated()
    assert.deepEqual(await seen(), { attitude: null, result: null })
    await rated()
    await rated()
    assert.deepEqual(await seen(), { attitude: [0, 0, 0, 0, 5], result: null })
    assert.equal((await jin.send('readRatings', { params: at })).status, 403)
    world.clock.advance({ days: 91 })
    const next = await world.inRole('committeeDirector', other.communityId, '钱主任')
    assert.deepEqual(await next.does('readRatings', { params: at }), { attitude: null, result: null })
  })
})
