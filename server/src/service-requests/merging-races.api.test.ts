import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { EndpointName } from '@shequtong/contract/api'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { rebuildCommandCenter } from '../command-center/rebuild.ts'
import { createRelay } from '../jobs/relay.ts'
import { mergingFaults } from './test-merging-faults.ts'

const rounds = 15
const text = '门卫今晚起改到十一点锁门，老钱每晚十点去看一圈。'

describe('at the same moment', () => {
  let world: TestWorld
  let communityId: number
  let askers: TestPerson[]
  let neighbours: TestPerson[]
  let guo: TestPerson
  let sun: TestPerson

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    const people = async (names: readonly string[]) => {
      const all: TestPerson[] = []
      for (const name of names)
        all.push(await world.member(world.home, { shownName: `92号楼 ${name}女士`, trueName: `${name}小梅` }))
      return all
    }
    askers = await people(['沈', '张', '徐', '许'])
    neighbours = await people(['卢', '金', '高', '林'])
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
  })
  after(() => world.close())

  const said = async () => {
    const ids: string[] = []
    for (const person of askers) {
      const body = { kind: 'complaint' as const, text: '南块围墙的小门九点就锁，要绕路。', place: '南块小门' }
      ids.push((await person.does('submitServiceRequest', { params: { communityId }, body })).serviceRequestId)
      world.clock.advance({ minutes: 10 })
    }
    return ids as [string, string, string, string]
  }
  /** Sends all of it at once, in an order that every round shuffles differently. */
  const atOnce = async (round: number, acts: readonly (readonly [TestPerson, EndpointName, string, object])[]) => {
    const turned = acts.map((_, n) => acts[(n * 5 + round) % acts.length] as (typeof acts)[number])
    const replies = await Promise.all(
      turned.map(([person, name, serviceRequestId, body]) =>
        person.send(name, { params: { communityId, serviceRequestId }, body } as never),
      ),
    )
    for (const [n, { status }] of replies.entries())
      assert.ok([200, 201, 404, 409, 422].includes(status), `${turned[n]?.[1]} ${status}`)
    await createRelay(world.services).drain()
    assert.deepEqual(await mergingFaults(world.services.db), [])
    return replies
  }

  test('merge against reply, answer, withdrawal, 我也是 and undo: whoever comes first, nothing is lost and nothing counted twice', async () => {
    const [shen, zhang, xu] = askers as [TestPerson, TestPerson, TestPerson]
    const [lu, jin, gao, lin] = neighbours as [TestPerson, TestPerson, TestPerson, TestPerson]
    let merged = 0
    for (let round = 0; round < rounds; round += 1) {
      const [hers, theirs, his, last] = await said()
      const replies = await atOnce(round, [
        [guo, 'mergeServiceRequests', theirs, { duplicateIds: [hers, his] }],
        [sun, 'mergeServiceRequests', hers, { duplicateIds: [theirs] }],
        [sun, 'mergeServiceRequests', last, { duplicateIds: [theirs] }],
        [lu, 'supportServiceRequest', hers, { on: true }],
        [jin, 'supportServiceRequest', theirs, { on: true }],
        [gao, 'supportServiceRequest', hers, { on: true }],
        [gao, 'supportServiceRequest', theirs, { on: true }],
        [lin, 'replyToServiceRequest', hers, { text: '我昨天也绕了一圈。' }],
        [guo, 'answerServiceRequest', theirs, { text }],
        [xu, 'withdrawServiceRequest', his, {}],
        [round % 2 === 0 ? shen : zhang, 'withdrawServiceRequest', round % 2 === 0 ? hers : theirs, {}],
        [guo, 'splitServiceRequest', hers, {}],
      ])
      merged += replies.filter(({ status }) => status === 200).length
    }
    assert.ok(merged > rounds * 4, `${merged} went through`)
  })

  test('what is merged: answered, resolved, split, taken back and joined on both sides at once', async () => {
    const [shen, zhang] = askers as [TestPerson, TestPerson]
    const [lu, jin] = neighbours as [TestPerson, TestPerson]
    for (let round = 0; round < rounds; round += 1) {
      const [hers, theirs, his, last] = await said()
      await guo.does('mergeServiceRequests', {
        params: { communityId, serviceRequestId: theirs },
        body: { duplicateIds: [hers, his] },
      })
      await atOnce(round, [
        [guo, 'splitServiceRequest', hers, {}],
        [sun, 'mergeServiceRequests', last, { duplicateIds: [theirs] }],
        [lu, 'supportServiceRequest', theirs, { on: true }],
        [jin, 'supportServiceRequest', last, { on: true }],
        [guo, 'answerServiceRequest', theirs, { text }],
        [sun, 'answerServiceRequest', last, { text }],
        [shen, 'withdrawServiceRequest', hers, {}],
        [sun, 'splitServiceRequest', his, {}],
        ...(round % 3 === 0 ? ([[zhang, 'withdrawServiceRequest', theirs, {}]] as const) : []),
        ...(round % 3 === 1 ? ([[guo, 'resolveServiceRequest', theirs, { result: text }]] as const) : []),
      ])
      // whoever reopens a result that came with another, while that one is reopened too
      await atOnce(round, [
        [shen, 'reopenServiceRequest', hers, { reason: '昨天又是九点锁的。' }],
        [zhang, 'reopenServiceRequest', theirs, { reason: '昨天又是九点锁的。' }],
        [guo, 'mergeServiceRequests', last, { duplicateIds: [hers] }],
      ])
    }
  })

  test('after all of it, what stands above the community is what the events add up to', async () => {
    const { db, pool, clock } = world.services
    const standing = async () => [
      await db.many(`select service_request_id, state, deadline_at, stopped_at from open_items order by 1`),
      await db.many(`select * from rollup_totals where count <> 0 order by level, territory_id, metric`),
    ]
    const before = await standing()
    await rebuildCommandCenter(pool, clock.now())
    assert.deepEqual(await standing(), before)
    const { hidden } = await db.one<{ hidden: number }>(
      `select count(*)::int as hidden from open_items o join service_requests r using (community_id, service_request_id)
       where r.state = 'merged'`,
    )
    assert.equal(hidden, 0)
  })

  test('a count that is wrong by one would be found', async () => {
    const { db } = world.services
    const wrong = `update service_requests set supporter_count = supporter_count + $1 where service_request_id = $2`
    const [id] = await said()
    await db.run(wrong, [1, id])
    assert.deepEqual(await mergingFaults(db), [`${id}: counts every voice once`])
    await db.run(wrong, [-1, id])
  })
})
