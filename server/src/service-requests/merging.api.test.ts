import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { msPerHour } from '@shequtong/domain/time'
import { membershipOf } from '../../test/support/bystanders.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createRelay } from '../jobs/relay.ts'
import { mergingFaults } from './test-merging-faults.ts'

const answer = { text: '门卫今晚起改到十一点锁门，老钱每晚十点去看一圈。' }
const result = { result: '小门改到十一点锁，已经试了三天，没有问题。' }

describe('沈女士, 张女士 and 小徐 say the same of the small gate', () => {
  let world: TestWorld
  let communityId: number
  let shen: TestPerson
  let zhang: TestPerson
  let xu: TestPerson
  let lu: TestPerson
  let guo: TestPerson

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    shen = await world.member(world.home, { shownName: '92号楼 沈女士', trueName: '沈小芳' })
    zhang = await world.member(world.home, { shownName: '92号楼 张女士', trueName: '张小梅' })
    xu = await world.member(world.home, { shownName: '92号楼 小徐', trueName: '徐小军' })
    lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
  })
  after(() => world.close())

  const says = async (person: TestPerson, text: string, more: object = {}) => {
    const body = { kind: 'complaint' as const, text, place: '南块小门', ...more }
    const { serviceRequestId } = await person.does('submitServiceRequest', { params: { communityId }, body })
    world.clock.advance({ hours: 1 })
    return { communityId, serviceRequestId }
  }
  type Params = Awaited<ReturnType<typeof says>>
  const both = async () => ({
    hers: await says(shen, '南块围墙的小门 21:00 就锁，下晚班要绕到正门。'),
    theirs: await says(zhang, '小门能装个刷卡的吗，夜班回来方便。'),
  })
  const merges = (into: Params, ...from: Params[]) =>
    guo.does('mergeServiceRequests', {
      params: into,
      body: { duplicateIds: from.map(({ serviceRequestId }) => serviceRequestId) },
    })
  const splits = (params: Params) => guo.does('splitServiceRequest', { params, body: {} })
  const reads = (params: Params, person = guo) => person.does('readServiceRequest', { params })
  const joins = (person: TestPerson, params: Params, on = true) =>
    person.does('supportServiceRequest', { params, body: { on } })
  const feed = async (person = lu) =>
    (await person.does('listFeed', { params: { communityId } })).items.map((item) =>
      item.type === 'serviceRequest' ? item.serviceRequestId : '',
    )
  const inbox = async () =>
    (await guo.does('listInbox', { params: { communityId } })).items.map(({ serviceRequestId }) => serviceRequestId)
  const told = async (person: TestPerson, { serviceRequestId }: Params) => {
    await createRelay(world.services).drain()
    const { items } = await person.does('listNotifications', {})
    return items.filter((item) => item.subjectId === serviceRequestId).map(({ kind }) => kind)
  }
  const sound = async () => assert.deepEqual(await mergingFaults(world.services.db), [])

  test('郭书记 merges the earlier into the later: one line in the lists, the earliest deadline, every voice; both are told', async () => {
    const { hers, theirs } = await both()
    await joins(lu, hers)
    await joins(xu, hers)
    await joins(xu, theirs)
    const before = await reads(hers)
    const thread = await merges(theirs, hers)
    assert.equal(thread.clock.deadlineAt, before.clock.deadlineAt)
    assert.equal(thread.mergedCount, 1)
    assert.deepEqual(
      thread.merged.map(({ by, goesOn }) => [by.shownName, goesOn]),
      [['92号楼 沈女士', true]],
    )
    // 卢阿姨, 小徐 once although he joined both, and 沈女士 herself
    assert.equal(thread.supporterCount, 3)
    const gone = await reads(hers, lu)
    assert.deepEqual([gone.state, gone.mergedIntoId], ['merged', theirs.serviceRequestId])
    assert.match(gone.mergedIntoTitle ?? '', /刷卡/u)
    assert.equal(gone.supporterCount, 2, 'what was said to hers stays with hers')
    for (const list of [await feed(), await inbox()]) {
      assert.ok(list.includes(theirs.serviceRequestId))
      assert.ok(!list.includes(hers.serviceRequestId))
    }
    const mine = await shen.does('listMyServiceRequests', { params: { communityId } })
    assert.ok(mine.items.some(({ serviceRequestId }) => serviceRequestId === hers.serviceRequestId))
    assert.ok((await told(shen, hers)).includes('serviceRequestMerged'))
    assert.ok((await told(zhang, theirs)).includes('serviceRequestJoined'))
    await sound()
  })

  test('undone, each has its state, its clock, its voices and its place in the lists again', async () => {
    const { hers, theirs } = await both()
    await joins(lu, hers)
    await joins(xu, theirs)
    const before = await Promise.all([reads(hers), reads(theirs)])
    await merges(theirs, hers)
    await joins(lu, theirs)
    const split = await splits(hers)
    const after = [split, await reads(theirs)]
    assert.deepEqual(
      after.map(({ clock }) => clock),
      before.map(({ clock }) => clock),
    )
    assert.deepEqual(
      after.map(({ state }) => state),
      ['read', 'read'],
    )
    // 卢阿姨 pressed by herself, too: hers stays
    assert.deepEqual(
      after.map(({ supporterCount, mergedCount }) => [supporterCount, mergedCount]),
      [
        [1, 0],
        [2, 0],
      ],
    )
    const list = await feed()
    assert.ok(list.indexOf(theirs.serviceRequestId) < list.indexOf(hers.serviceRequestId))
    assert.ok((await inbox()).includes(hers.serviceRequestId))
    assert.ok((await told(shen, hers)).includes('serviceRequestSplit'))
    await sound()
  })

  test('three in one press, flat: what had something merged into it brings it along, and its own clock goes home with it', async () => {
    const { hers, theirs } = await both()
    const his = await says(xu, '21:00 锁门太早了，健身回来都要绕。')
    await merges(theirs, hers)
    const thread = await merges(his, theirs)
    assert.equal(thread.mergedCount, 2)
    assert.ok(thread.merged.every(({ goesOn }) => goesOn))
    assert.equal((await reads(hers)).mergedIntoId, his.serviceRequestId)
    assert.equal(thread.clock.deadlineAt, (await reads(hers)).clock.deadlineAt)
    await sound()
    const own = new Date(Date.parse(thread.clock.deadlineAt) + msPerHour).toISOString()
    assert.equal((await splits(theirs)).clock.deadlineAt, own)
    await splits(hers)
    const left = await reads(his)
    assert.deepEqual([left.mergedCount, left.supporterCount], [0, 0])
    await sound()
    const together = await merges(his, hers, theirs)
    assert.deepEqual(
      together.merged.map(({ by }) => by.shownName),
      ['92号楼 沈女士', '92号楼 张女士'],
    )
    await sound()
  })

  test('the answer and the result go to every asker; each has the last word on their own, and who reopens goes on alone', async () => {
    const { hers, theirs } = await both()
    await joins(lu, hers)
    await merges(theirs, hers)
    await guo.does('answerServiceRequest', { params: theirs, body: answer })
    const answered = await reads(hers, shen)
    assert.equal(answered.state, 'merged')
    assert.ok(answered.clock.stoppedAt !== null && answered.times.answeredAt !== null)
    assert.equal(answered.entries.find(({ kind }) => kind === 'answer')?.text, answer.text)
    await guo.does('resolveServiceRequest', { params: theirs, body: result })
    const resolved = await reads(hers, shen)
    assert.equal(resolved.state, 'resolved')
    assert.ok(resolved.may.includes('confirm') && resolved.may.includes('reopen'))
    assert.deepEqual((await told(shen, hers)).slice(0, 2), ['serviceRequestResolved', 'serviceRequestAnswered'])
    assert.deepEqual(await told(shen, theirs), [], 'of their own matter they are told once')
    assert.ok((await told(lu, theirs)).includes('supportedRequestResolved'))
    assert.ok(!(await feed()).includes(hers.serviceRequestId))
    await sound()

    await zhang.does('confirmServiceRequest', { params: theirs, body: {} })
    const again = await shen.does('reopenServiceRequest', { params: hers, body: { reason: '昨天又是九点锁的。' } })
    assert.deepEqual([again.state, again.mergedIntoId], ['reopened', null])
    assert.equal(Date.parse(again.clock.deadlineAt), world.clock.now().getTime() + 24 * msPerHour)
    assert.ok((await inbox()).includes(hers.serviceRequestId))
    assert.equal((await reads(theirs)).supporterCount, 0)
    await sound()
  })

  test('taken back, the one sets free what was merged into it; and what was merged can be taken back alone', async () => {
    const { hers, theirs } = await both()
    const before = await reads(hers)
    const his = await says(xu, '21:00 锁门太早了，健身回来都要绕。')
    await merges(theirs, hers, his)
    await xu.does('withdrawServiceRequest', { params: his, body: {} })
    const left = await reads(theirs)
    assert.deepEqual([left.mergedCount, left.supporterCount], [1, 1])
    await sound()
    await zhang.does('withdrawServiceRequest', { params: theirs, body: {} })
    const free = await reads(hers)
    assert.deepEqual([free.state, free.mergedIntoId, free.clock], ['read', null, before.clock])
    assert.ok((await feed()).includes(hers.serviceRequestId))
    await sound()
  })

  test('a neighbour’s answer counts for all of them once 郭书记 endorses it; what one asker accepts is not said for the others', async () => {
    const { hers, theirs } = await both()
    await merges(theirs, hers)
    const { entries } = await lu.does('replyToServiceRequest', { params: theirs, body: answer })
    const entryId = entries.at(-1)?.entryId ?? ''
    assert.ok(!(await reads(theirs, zhang)).may.includes('acceptReply'))
    const refused = await zhang.isRefused('acceptReply', { params: theirs, body: { entryId } }, 'rule-refused')
    assert.equal(refused.code, 'stands-for-others')
    await guo.does('endorseReply', { params: theirs, body: { entryId } })
    const answered = await reads(hers, shen)
    assert.ok(answered.clock.stoppedAt !== null)
    assert.ok(answered.entries.some(({ kind }) => kind === 'replyEndorsed'))
    await sound()
  })

  test('what is not merged, and why', async () => {
    const { hers, theirs } = await both()
    const of = (from: Params) => ({ duplicateIds: [from.serviceRequestId] })
    const secret = await says(xu, '我家门禁卡丢了，想悄悄补一张。', { visibility: 'private' })
    const codeOf = async (params: Params, from: Params) =>
      (await guo.isRefused('mergeServiceRequests', { params, body: of(from) }, 'rule-refused')).code
    assert.equal(await codeOf(hers, hers), 'merge-itself')
    assert.equal(await codeOf(hers, secret), 'merge-private')
    assert.equal(await codeOf(secret, hers), 'merge-private')
    assert.deepEqual((await guo.does('listMergeCandidates', { params: secret })).items, [])
    const elsewhere = world.compounds.find((one) => one.communityId !== communityId)
    assert.ok(elsewhere !== undefined)
    const other = await world.member(elsewhere)
    const { serviceRequestId } = await other.does('submitServiceRequest', {
      params: { communityId: elsewhere.communityId },
      body: { kind: 'matter', text: '小门早早锁了。', place: '小门' },
    })
    await guo.isRefused(
      'mergeServiceRequests',
      { params: hers, body: { duplicateIds: [serviceRequestId] } },
      'not-found',
    )
    await lu.isRefused('mergeServiceRequests', { params: hers, body: of(theirs) }, 'not-permitted')
    await lu.isRefused('splitServiceRequest', { params: hers, body: {} }, 'not-permitted')
    await lu.isRefused('listMergeCandidates', { params: hers }, 'not-permitted')
    const apart = await guo.isRefused('splitServiceRequest', { params: hers, body: {} }, 'transition-refused')
    assert.equal(apart.from, 'submitted')

    const done = await says(xu, '21:00 锁门太早了。')
    await guo.does('answerServiceRequest', { params: done, body: answer })
    assert.equal(await codeOf(done, hers), 'merge-unanswered')
    await guo.does('resolveServiceRequest', { params: done, body: result })
    for (const [into, from] of [
      [done, hers],
      [hers, done],
    ] as const) {
      const refused = await guo.isRefused(
        'mergeServiceRequests',
        { params: into, body: of(from) },
        'transition-refused',
      )
      assert.equal(refused.from, 'resolved')
    }
    await merges(theirs, hers)
    const twice = await guo.isRefused('mergeServiceRequests', { params: theirs, body: of(hers) }, 'transition-refused')
    assert.equal(twice.from, 'merged')
    for (const name of ['replyToServiceRequest', 'noteServiceRequest'] as const)
      await guo.isRefused(name, { params: hers, body: { text: '到那边去说。' } }, 'transition-refused')
    await sound()
  })

  test('beside it stand the open ones, the likest first, and nothing that ended, is private or part of another', async () => {
    const one = await says(shen, '北块凉亭边三盏路灯都不亮，晚上看不见台阶。')
    const same = await says(zhang, '凉亭那里的路灯坏了，不亮了。')
    const part = await says(xu, '路灯不亮，北块凉亭。')
    const secret = await says(xu, '路灯不亮的事我不想让邻居知道。', { visibility: 'private' })
    await merges(same, part)
    const { items } = await guo.does('listMergeCandidates', { params: one })
    assert.deepEqual(
      items
        .slice(0, 1)
        .map(({ serviceRequestId, seemsSame, mergedCount }) => [serviceRequestId, seemsSame, mergedCount]),
      [[same.serviceRequestId, true, 1]],
    )
    const ids = items.map(({ serviceRequestId }) => serviceRequestId)
    for (const { serviceRequestId } of [one, part, secret]) assert.ok(!ids.includes(serviceRequestId))
  })

  test('what is merged is silent: the clock of the one reminds for both, and it waits again by itself once it is split off', async () => {
    const { hers, theirs } = await both()
    await merges(theirs, hers)
    world.clock.advance({ hours: 30 })
    await createJobs(world.services).runNow()
    assert.ok((await reads(theirs)).entries.some(({ kind }) => kind === 'breach'))
    assert.ok(!(await reads(hers)).entries.some(({ kind }) => kind === 'breach'))
    await splits(hers)
    await createJobs(world.services).runNow()
    assert.ok((await reads(hers)).entries.some(({ kind }) => kind === 'breach'))
  })

  test('who blocked a neighbour does not read their words where they were merged either', async () => {
    const { hers, theirs } = await both()
    await lu.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: hers.serviceRequestId },
    })
    await merges(theirs, hers)
    assert.deepEqual((await reads(theirs, lu)).merged, [])
    assert.equal((await reads(theirs, xu)).merged.length, 1)
    for (const { blockId } of (await lu.does('listBlocks')).blocks)
      await lu.does('unblockNeighbour', { params: { blockId } })
  })

  test('open is counted once: above the community stands the one; the counters are what the events add up to', async () => {
    const openItems = async () =>
      (
        await world.services.db.many<{ id: string }>(
          `select service_request_id as id from open_items where community_id = $1`,
          [communityId],
        )
      ).map(({ id }) => id)
    const { hers, theirs } = await both()
    await merges(theirs, hers)
    await createRelay(world.services).drain()
    const merged = await openItems()
    assert.ok(merged.includes(theirs.serviceRequestId) && !merged.includes(hers.serviceRequestId))
    await splits(hers)
    await createRelay(world.services).drain()
    assert.ok((await openItems()).includes(hers.serviceRequestId))
  })

  test('who asked and moved away takes the voice along; what was merged stays and is split off as ever', async () => {
    const gao = await world.member(world.home, { shownName: '92号楼 高先生', trueName: '高一鸣' })
    const his = await says(gao, '小门锁得太早，接孩子要绕路。')
    const hers = await says(shen, '南块围墙的小门 21:00 就锁。')
    await merges(hers, his)
    assert.equal((await reads(hers)).supporterCount, 1)
    await gao.does('leaveCommunity', { params: { membershipId: await membershipOf(gao) }, body: {} })
    world.clock.advance({ days: 8 })
    await createJobs(world.services).runNow()
    const left = await reads(hers)
    assert.equal(left.supporterCount, 0)
    assert.deepEqual(
      left.merged.map(({ by }) => by.shownName),
      ['搬走的邻居'],
    )
    assert.equal((await splits(his)).mergedIntoId, null)
    assert.equal((await reads(hers)).supporterCount, 0)
  })
})
