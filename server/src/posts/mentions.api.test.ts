import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'

const director = { words: '居委会主任', role: 'committeeDirector' } as const

describe('named with an @', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let he: TestPerson
  let sun: TestPerson
  let manager: TestPerson
  let exchange: string
  let announcements: string
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    manager = await world.inRole('propertyManager', communityId, '物业 郑经理')
    wu = await world.member()
    he = await world.member(world.home, { shownName: '92号楼 何先生', trueName: '何小海' })
    const { boards } = await sun.does('listBoards', { params: { communityId } })
    const boardOf = (kind: string) => boards.find((board) => board.kind === kind)?.boardId ?? ''
    exchange = boardOf('exchange')
    announcements = boardOf('announcements')
  })
  after(() => world.close())

  const idOf = async (person: TestPerson) => (await person.does('readMe')).hats[0]?.hatId ?? ''
  const say = (by: TestPerson, text: string, mentions: object[] = [], more: object = {}) =>
    by.does('publishPost', { params: { communityId }, body: { boardId: exchange, text, mentions, ...more } as never })
  const at = ({ postId }: { postId: string }) => ({ params: { communityId, postId } })
  const waits = async (person: TestPerson) =>
    (await person.does('listWaitingMentions', { params: { communityId } })).items
  const toldOf = async (person: TestPerson, kind: string) =>
    (await person.does('listNotifications')).items.filter((item) => item.kind === kind)
  const facts = async (type: string) =>
    (await world.ownerPool.query(`select payload from events where type = $1 order by sequence`, [type])).rows as {
      payload: Record<string, unknown>
    }[]
  const find = (person: TestPerson, query: object) =>
    person.does('listMentionable', { params: { communityId }, query: query as never })

  test('吴女士 finds 何先生 by his last name and by his building; nobody finds themselves, and nothing typed means the roles alone', async () => {
    assert.deepEqual(
      (await find(wu, { q: '何' })).members.map(({ shownName }) => shownName),
      ['92号楼 何先生'],
    )
    assert.ok((await find(wu, { q: '92号' })).members.some(({ shownName }) => shownName === '92号楼 何先生'))
    const self = await idOf(wu)
    assert.ok((await find(wu, { q: '92' })).members.every(({ membershipId }) => membershipId !== self))
    assert.deepEqual((await find(wu, { q: '%' })).members, [], 'a sign of a pattern is a sign')
    const nothing = await find(wu, {})
    assert.deepEqual(
      [nothing.members, nothing.roles.map(({ role }) => role)],
      [[], ['committeeDirector', 'propertyManager']],
    )
    assert.ok((await find(sun, {})).roles.every(({ role }) => role !== 'committeeDirector'))
  })

  test('a role that is named has 24 hours: its inbox shows it, 收到 stops nothing, an answer does, and all three times are kept', async () => {
    const startedAt = world.clock.now()
    const post = await say(wu, '@居委会主任 活动室几点开门？', [director])
    await world.settle()
    assert.deepEqual(
      (await toldOf(sun, 'roleMentioned')).map(({ subjectId }) => subjectId),
      [post.postId],
    )
    const [waiting] = await waits(sun)
    assert.ok(waiting)
    assert.equal(waiting.postId, post.postId)
    assert.equal(Date.parse(waiting.deadlineAt) - startedAt.getTime(), 24 * 3_600_000)
    assert.deepEqual(await waits(manager), [], 'nobody else’s inbox')
    world.clock.advance({ minutes: 5 })
    const mention = { params: { communityId, mentionId: waiting.mentionId }, body: {} }
    assert.equal((await manager.send('readMention', mention)).status, 404)
    await sun.does('readMention', mention)
    world.clock.advance({ minutes: 5 })
    await sun.does('readMention', mention)
    await sun.does('replyToPost', { ...at(post), body: { text: '收到' } })
    await manager.does('replyToPost', { ...at(post), body: { text: '物业只管门锁，时间问居委。' } })
    assert.equal((await waits(sun)).length, 1)
    world.clock.advance({ minutes: 5 })
    const answeredAt = world.clock.now().toISOString()
    await sun.does('replyToPost', { ...at(post), body: { text: '早上八点半到晚上八点，周一关门。' } })
    assert.deepEqual(await waits(sun), [])
    const [seen] = (await wu.does('readPost', at(post))).mentions
    assert.deepEqual([seen?.answeredAt, Date.parse(seen?.readAt ?? '') - startedAt.getTime()], [answeredAt, 300_000])
    assert.deepEqual([(await facts('post.mention_read')).length, (await facts('post.mention_answered')).length], [1, 1])
  })

  test('a neighbour who is named below a post is told, owes nothing, and goes by the present name', async () => {
    const post = await say(wu, '谁家会修自行车？')
    const membershipId = await idOf(he)
    const body = { text: '@92号楼 何先生 您会吗', mentions: [{ words: '92号楼 何先生', membershipId }] }
    const { mentions } = await wu.does('replyToPost', { ...at(post), body })
    assert.deepEqual(
      mentions.map(({ role, shownName, deadlineAt, isYou }) => [role, shownName, deadlineAt, isYou]),
      [[null, '92号楼 何先生', null, false]],
    )
    await world.settle()
    assert.equal((await toldOf(he, 'memberMentioned')).length, 1)
    const [own] = (await he.does('listPostReplies', at(post))).items
    assert.equal(own?.mentions[0]?.isYou, true)
    const named = (await facts('post.mentioned')).at(-1)?.payload
    assert.deepEqual([named?.membershipId, named?.role], [membershipId, null])
    assert.ok(!JSON.stringify(named).includes('何'), 'a fact carries ids and no names')
  })

  test('whoever does not read somebody is not told by them, and does not find them', async () => {
    const loud = await world.member(world.home, { shownName: '92号楼 罗先生', trueName: '罗小亮' })
    const { serviceRequestId } = await loud.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '楼下车棚太挤了。', place: '92号楼' },
    })
    await he.does('blockNeighbour', { params: { communityId }, body: { serviceRequestId } })
    assert.deepEqual((await find(he, { q: '罗' })).members, [])
    const before = (await toldOf(he, 'memberMentioned')).length
    await say(loud, '@92号楼 何先生 看看', [{ words: '92号楼 何先生', membershipId: await idOf(he) }])
    await world.settle()
    assert.equal((await toldOf(he, 'memberMentioned')).length, before)
  })

  test('what names nobody who can be named is refused with the field, and nothing is kept', async () => {
    const membershipId = await idOf(he)
    const named = { words: '92号楼 何先生', membershipId }
    const text = '@92号楼 何先生 @居委会主任'
    const attempts: [string, object[]][] = [
      ['mention-not-in-text', [{ ...named, words: '何叔叔' }]],
      ['mention-unknown', [{ ...named, membershipId: '00000000-0000-7000-8000-000000000000' }]],
      ['mention-unknown', [{ ...named, role: 'committeeDirector' }]],
      ['mention-unknown', [{ ...director, role: 'policeOfficer' }]],
      ['mention-of-oneself', [{ ...named, membershipId: await idOf(wu) }]],
      ['mention-twice', [named, named]],
    ]
    for (const [code, mentions] of attempts)
      await world.writesNothing(async () => {
        const sent = await wu.send('publishPost', {
          params: { communityId },
          body: { boardId: exchange, text, mentions } as never,
        })
        assert.deepEqual(
          [sent.status, sent.problem.errors?.map(({ pointer, code: said }) => [pointer, said])],
          [422, [['/mentions', code]]],
        )
      })
    const stranger = await world.visitor('路人')
    assert.equal((await stranger.send('listMentionable', { params: { communityId }, query: { q: '何' } })).status, 404)
  })

  test('words for one building name nobody of another, and do not offer them', async () => {
    const { buildings } = await wu.does('listCommunityBuildings', { params: { communityId } })
    const elsewhere = buildings.find(({ name }) => name === '1号楼')
    assert.ok(elsewhere)
    const body = {
      boardId: announcements,
      title: '漏水',
      text: '@92号楼 何先生',
      scope: { kind: 'building', placeId: elsewhere.buildingId },
    }
    const mentions = [{ words: '92号楼 何先生', membershipId: await idOf(he) }]
    assert.equal(
      (await sun.send('publishPost', { params: { communityId }, body: { ...body, mentions } as never })).status,
      422,
    )
    const post = await sun.does('publishPost', { params: { communityId }, body: body as never })
    assert.deepEqual((await find(sun, { q: '何', postId: post.postId })).members, [])
    assert.equal(
      (await wu.send('listMentionable', { params: { communityId }, query: { postId: post.postId } })).status,
      404,
    )
  })

  test('what is scheduled names nobody before it is out; the clock runs from then', async () => {
    const jobs = createJobs(world.services)
    const text = '@物业经理 请说明停水安排'
    const publishAt = new Date(world.clock.now().getTime() + 3_600_000)
    const before = (await waits(manager)).length
    await sun.does('publishPost', {
      params: { communityId },
      body: {
        boardId: announcements,
        title: '停水',
        text,
        publishAt: publishAt.toISOString(),
        mentions: [{ words: '物业经理', role: 'propertyManager' }],
      },
    })
    await world.settle()
    assert.deepEqual([(await waits(manager)).length, (await toldOf(manager, 'roleMentioned')).length], [before, 0])
    world.clock.advance({ minutes: 61 })
    await jobs.runNow()
    await world.settle()
    const [waiting] = await waits(manager)
    assert.equal(Date.parse(waiting?.deadlineAt ?? '') - world.clock.now().getTime(), 24 * 3_600_000)
    assert.equal((await toldOf(manager, 'roleMentioned')).length, 1)
  })

  test('the clock of a mention reminds the role at half and at 80 %, and says to who leads and who asked that it ran out, and to the subdistrict; of words taken away nothing', async () => {
    const jobs = createJobs(world.services)
    const guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    const qin = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '秦干事')
    const named = { words: '物业', role: 'propertyManager' }
    const gone = await say(he, '@物业 发错了', [named])
    const post = await say(he, '@物业 车棚的灯谁管？', [named])
    await he.does('removePost', { ...at(gone), body: { reason: '' } })
    const kinds = ['mentionHalfTime', 'mentionTimeNearlyUp', 'mentionOverdue', 'mentionOverdueBelow']
    const about = async (person: TestPerson) =>
      (await person.does('listNotifications')).items.flatMap(({ kind, subjectId }) =>
        kinds.includes(kind) && [post.postId, gone.postId].includes(subjectId ?? '') ? [kind] : [],
      )
    const after = async (minutes: number) => {
      world.clock.advance({ minutes })
      await jobs.runNow()
      await jobs.runNow()
      await world.settle()
      return about(manager)
    }
    assert.deepEqual(await after(719), [])
    assert.deepEqual(await after(1), ['mentionHalfTime'])
    assert.deepEqual(await after(432), ['mentionTimeNearlyUp', 'mentionHalfTime'])
    assert.deepEqual(await after(288), ['mentionTimeNearlyUp', 'mentionHalfTime'], 'the very deadline is in time')
    assert.deepEqual(await after(1), ['mentionOverdue', 'mentionTimeNearlyUp', 'mentionHalfTime'])
    assert.deepEqual([await about(guo), await about(he)], [['mentionOverdue'], ['mentionOverdue']])
    assert.deepEqual(await about(qin), ['mentionOverdueBelow'])
  })
})
