import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plainPhoto } from '../../test/support/furnished-world.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'

const water = { title: '周四停水', text: '周四上午九点到下午三点停水，请前一晚存一点水。' }

describe('posts on boards', () => {
  let world: TestWorld
  let communityId: number
  /** 92号楼 2 单元, 北块. */
  let wu: TestPerson
  /** 1号楼 1 单元, 南块. */
  let gu: TestPerson
  let sun: TestPerson
  const boardIds = new Map<string, string>()
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    wu = await world.member()
    gu = await neighbourIn('1号楼', '1 单元', '101', '1号楼 顾先生')
    for (const { kind, boardId } of (await sun.does('listBoards', { params: { communityId } })).boards)
      boardIds.set(kind, boardId)
  })
  after(() => world.close())

  const rowsOf = async (sql: string) => (await world.ownerPool.query(sql)).rows as { id: string }[]
  const board = (kind: string) => boardIds.get(kind) ?? ''
  const neighbourIn = async (building: string, staircase: string, room: string, shownName: string) => {
    const person = await world.visitor(shownName)
    const claim = await world.claim(world.home, { shownName, trueName: '顾小东' })
    const dwellingId = await world.door(world.home, building, staircase, room)
    const { registrationId } = await person.does('register', {
      params: { code: world.home.code },
      body: { ...claim, dwellingId },
    })
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    return person
  }
  const announce = (more: object = {}, by = sun) =>
    by.does('publishPost', { params: { communityId }, body: { boardId: board('announcements'), ...water, ...more } })
  const say = (by: TestPerson, text: string, more: object = {}) =>
    by.does('publishPost', { params: { communityId }, body: { boardId: board('exchange'), text, ...more } })
  const at = (postId: string) => ({ params: { communityId, postId } })
  const feedIds = async (person: TestPerson) =>
    (await person.does('listFeed', { params: { communityId } })).items.map((item) =>
      item.type === 'post' ? item.postId : item.serviceRequestId,
    )
  const placeOf = async (building: string) => {
    const { buildings } = await wu.does('listCommunityBuildings', { params: { communityId } })
    const found = buildings.find(({ name }) => name === building)
    assert.ok(found)
    return found
  }

  test('孙主任 announces in the office’s name with a photo; neighbours read it beside their own words, newest first', async () => {
    const { serviceRequestId } = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '楼道的灯不亮。', place: '92号楼' },
    })
    world.clock.advance({ minutes: 1 })
    const bytes = await plainPhoto()
    const photo = await sun.does('uploadPhoto', { params: { communityId } }, { binary: { type: 'image/jpeg', bytes } })
    const post = await announce({ inOfficeName: true, photoIds: [photo.photoId] })
    world.clock.advance({ minutes: 1 })
    const word = await say(gu, '多出一张儿童床，谁家要？')
    assert.deepEqual(await feedIds(wu), [word.postId, post.postId, serviceRequestId])
    const { items } = await wu.does('listFeed', { params: { communityId } })
    const card = items.find((item) => item.type === 'post' && item.postId === post.postId)
    assert.ok(card?.type === 'post')
    assert.deepEqual(
      [card.title, card.by.role, card.by.inOfficeName, card.by.shownName, card.photos.length],
      [water.title, 'committeeDirector', true, '', 1],
    )
    assert.deepEqual((await wu.does('readPost', at(word.postId))).by.shownName, '1号楼 顾先生')
    assert.deepEqual((await wu.does('readPost', at(word.postId))).may, ['reply', 'like', 'report'])
    const seen = await gu.send('readPhoto', { params: { communityId, photoId: photo.photoId, size: 'thumb' } })
    assert.equal(seen.status, 200)
    const own = (await gu.does('listFeed', { params: { communityId } })).items[0]
    assert.ok(own?.type === 'post' && own.by.you, 'the own card says so, although others share the page')
  })

  test('the feed of both kinds pages by keyset without a gap or a double', async () => {
    for (let n = 0; n < 12; n += 1) {
      await say(gu, `第${n}样东西送给邻居。`)
      await wu.does('submitServiceRequest', {
        params: { communityId },
        body: { kind: 'suggestion', text: `第${n}件事想说一说。`, place: '92号楼' },
      })
      // two at one instant: the id decides
      if (n % 2 === 0) world.clock.advance({ minutes: 1 })
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await wu.does('listFeed', { params: { communityId }, query: cursor === undefined ? {} : { cursor } })
      seen.push(...page.items.map((item) => (item.type === 'post' ? item.postId : item.serviceRequestId)))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    const all = await rowsOf(
      `select post_id as id, published_at as at from posts where community_id = ${communityId} union all
       select service_request_id, submitted_at from service_requests where community_id = ${communityId} order by at desc, id desc`,
    )
    assert.deepEqual(
      seen,
      all.map(({ id }) => id),
    )
  })

  test('S05: what is for one staircase, building or sub-area reaches who lives there, in feed, thread, photo and notification', async () => {
    const { buildingId, staircases } = await placeOf('92号楼')
    const staircaseId = staircases.find(({ name }) => name === '2 单元')?.staircaseId ?? ''
    const bytes = await plainPhoto()
    const { photoId } = await sun.does(
      'uploadPhoto',
      { params: { communityId } },
      { binary: { type: 'image/jpeg', bytes } },
    )
    const stairs = await announce({ scope: { kind: 'staircase', placeId: staircaseId }, photoIds: [photoId] })
    const whole = await announce({ scope: { kind: 'building', placeId: buildingId } })
    assert.deepEqual([stairs.scope.placeName, whole.scope.placeName], ['92号楼 2 单元', '92号楼'])
    const upstairs = await neighbourIn('92号楼', '1 单元', '101', '92号楼 钱女士')
    assert.deepEqual((await feedIds(wu)).slice(0, 2).toSorted(), [stairs.postId, whole.postId].toSorted())
    assert.equal((await feedIds(upstairs))[0], whole.postId)
    assert.ok(!(await feedIds(upstairs)).includes(stairs.postId))
    for (const { postId } of [stairs, whole]) {
      assert.ok(!(await feedIds(gu)).includes(postId))
      await gu.isRefused('readPost', at(postId), 'not-found')
      await gu.isRefused('replyToPost', { ...at(postId), body: { text: '我也想知道。' } }, 'not-found')
      assert.ok((await feedIds(sun)).includes(postId), 'a role serves the whole community')
    }
    const photo = (person: TestPerson) => person.send('readPhoto', { params: { communityId, photoId, size: 'thumb' } })
    assert.deepEqual([(await photo(wu)).status, (await photo(gu)).status], [200, 404])
    await world.settle()
    const told = async (person: TestPerson) =>
      (await person.does('listNotifications')).items.filter(({ kind }) => kind === 'postPublished').length
    assert.deepEqual([await told(wu), await told(upstairs), await told(gu), await told(sun)], [2, 1, 0, 0])
    const onBoard = await gu.does('listBoardFeed', { params: { communityId, boardId: board('announcements') } })
    assert.ok(onBoard.items.every((item) => item.type === 'post' && item.postId !== stairs.postId))
  })

  test('a neighbour speaks to the own building and to no other; only offices publish, schedule and sign for the office', async () => {
    const near = await placeOf('92号楼')
    const far = await placeOf('1号楼')
    await say(wu, '二单元的邻居，周六一起擦扶手吗？', { scope: { kind: 'building', placeId: near.buildingId } })
    const refused = async (by: TestPerson, body: object, code: string) => {
      const problem = await by.isRefused(
        'publishPost',
        { params: { communityId }, body: { boardId: board('exchange'), text: '说一句。', ...body } },
        'invalid-input',
      )
      assert.equal(problem.errors?.[0]?.code, code)
    }
    await refused(wu, { scope: { kind: 'building', placeId: far.buildingId } }, 'not-your-place')
    await refused(wu, { scope: { kind: 'building', placeId: null } }, 'scope-incomplete')
    await refused(sun, { scope: { kind: 'subArea', placeId: far.buildingId } }, 'place-unknown')
    await refused(wu, { boardId: board('announcements') }, 'board-takes-none')
    await refused(wu, { boardId: board('property') }, 'board-takes-none')
    await refused(wu, { boardId: far.buildingId }, 'board-unknown')
    await refused(wu, { inOfficeName: true }, 'no-office')
    await refused(wu, { publishAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString() }, 'no-office')
    await refused(wu, { photoIds: ['00000000-0000-7000-8000-000000000000'] }, 'photo-unknown')
    const untitled = { boardId: board('announcements'), text: '请看门口。' }
    const problem = await sun.isRefused('publishPost', { params: { communityId }, body: untitled }, 'rule-refused')
    assert.equal(problem.code, 'title-missing')
  })

  test('what is scheduled appears at its time, once although two processes sweep; what is called off never does', async () => {
    const publishAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString()
    const planned = await announce({ title: '明早灭鼠', publishAt })
    const off = await announce({ title: '发错了', publishAt })
    const early = await announce({ title: '提前说', publishAt })
    assert.ok(!(await feedIds(wu)).includes(planned.postId))
    await wu.isRefused('readPost', at(planned.postId), 'not-found')
    const { items } = await sun.does('listScheduledPosts', { params: { communityId } })
    assert.deepEqual(items.map(({ title }) => title).toSorted(), ['发错了', '提前说', '明早灭鼠'].toSorted())
    const zhou = await world.inRole('propertyManager', communityId, '周经理')
    assert.deepEqual((await zhou.does('listScheduledPosts', { params: { communityId } })).items, [])
    await zhou.isRefused('cancelPost', { ...at(off.postId), body: {} }, 'not-found')
    assert.equal((await sun.does('cancelPost', { ...at(off.postId), body: {} })).state, 'canceled')
    await sun.isRefused('publishPostNow', { ...at(off.postId), body: {} }, 'transition-refused')
    await sun.does('publishPostNow', { ...at(early.postId), body: {} })
    await sun.isRefused('cancelPost', { ...at(early.postId), body: {} }, 'transition-refused')
    assert.ok((await feedIds(wu)).includes(early.postId))

    world.clock.advance({ minutes: 61 })
    const [one, other] = await Promise.all([createJobs(world.services).runNow(), createJobs(world.services).runNow()])
    assert.equal((one['publish-scheduled'] ?? 0) + (other['publish-scheduled'] ?? 0), 1)
    const facts = await rowsOf(
      `select aggregate_id as id from events where type = 'post.published' and aggregate_id = '${planned.postId}'`,
    )
    assert.equal(facts.length, 1)
    const published = await wu.does('readPost', at(planned.postId))
    assert.deepEqual([published.state, published.publishedAt], ['published', publishAt])
    assert.ok(!(await feedIds(wu)).includes(off.postId))
  })

  test('replies by neighbours and roles, with photos; whom one does not read is not there, and the author is told', async () => {
    const { postId } = await say(wu, '有人知道修鞋摊搬到哪里了吗？')
    const bytes = await plainPhoto()
    const { photoId } = await gu.does(
      'uploadPhoto',
      { params: { communityId } },
      { binary: { type: 'image/jpeg', bytes } },
    )
    const first = await gu.does('replyToPost', {
      ...at(postId),
      body: { text: '搬到菜场东门了。', photoIds: [photoId] },
    })
    assert.deepEqual([first.photos.length, first.by.shownName, first.mayRemove], [1, '1号楼 顾先生', true])
    await sun.does('replyToPost', { ...at(postId), body: { text: '周三还来居委门口。', inOfficeName: true } })
    await wu.isRefused('replyToPost', { ...at(postId), body: { text: '谢谢', inOfficeName: true } }, 'invalid-input')
    await world.settle()
    const told = (await wu.does('listNotifications')).items.filter(({ kind }) => kind === 'postReplied')
    assert.deepEqual(
      told.map(({ title, subjectId }) => [title, subjectId]),
      [
        ['有人知道修鞋摊搬到哪里了吗', postId],
        ['有人知道修鞋摊搬到哪里了吗', postId],
      ],
    )
    const texts = async (person: TestPerson) =>
      (await person.does('listPostReplies', at(postId))).items.map(({ text }) => text)
    assert.deepEqual(await texts(wu), ['搬到菜场东门了。', '周三还来居委门口。'])
    assert.equal((await wu.does('readPost', at(postId))).replyCount, 2)

    const noise = await gu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '停车位谁占了？', place: '1号楼' },
    })
    const offered = await say(gu, '旧书一箱送人。')
    const { blockId } = await wu.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: noise.serviceRequestId, entryId: null },
    })
    assert.deepEqual(await texts(wu), ['周三还来居委门口。'])
    assert.deepEqual(await texts(sun), ['搬到菜场东门了。', '周三还来居委门口。'])
    assert.ok(!(await feedIds(wu)).includes(offered.postId))
    await wu.isRefused('readPost', at(offered.postId), 'not-found')
    await gu.does('replyToPost', { ...at(postId), body: { text: '还有一家在桥下。' } })
    await world.settle()
    const after = (await wu.does('listNotifications')).items.filter(({ kind }) => kind === 'postReplied')
    assert.equal(after.length, 2, 'a neighbour whom she does not read tells her nothing')
    await wu.does('unblockNeighbour', { params: { blockId } })
  })

  test('replies come in pages, oldest first', async () => {
    const { postId } = await say(wu, '每天早上打太极的报个名。')
    for (let n = 0; n < 23; n += 1) {
      await gu.does('replyToPost', { ...at(postId), body: { text: `第${n}个报名。` } })
      world.clock.advance({ seconds: 1 })
    }
    const first = await wu.does('listPostReplies', at(postId))
    const next = await wu.does('listPostReplies', { ...at(postId), query: { cursor: first.nextCursor ?? '' } })
    assert.deepEqual(
      [...first.items, ...next.items].map(({ text }) => text),
      Array.from({ length: 23 }, (_, n) => `第${n}个报名。`),
    )
    assert.equal(next.nextCursor, null)
  })

  test('what is taken away leaves a mark: readers see that, the committee what it said, the author why', async () => {
    const { postId } = await say(gu, '某某家的狗又乱叫，大家去堵门。')
    const { postReplyId } = await gu.does('replyToPost', { ...at(postId), body: { text: '今晚八点。' } })
    const withdrawn = await say(gu, '发重了。')
    await wu.isRefused('removePost', { ...at(postId), body: { reason: '看着不舒服。' } }, 'not-permitted')
    assert.equal(
      (await sun.isRefused('removePost', { ...at(postId), body: { reason: '。。' } }, 'rule-refused')).code,
      'reason-not-stated',
    )
    const reply = { params: { communityId, postId, postReplyId } }
    await wu.isRefused('removePostReply', { ...reply, body: { reason: '看着不舒服。' } }, 'not-permitted')
    assert.equal(
      (await sun.isRefused('removePostReply', { ...reply, body: { reason: '' } }, 'rule-refused')).code,
      'reason-not-stated',
    )
    const gone = await sun.does('removePostReply', { ...reply, body: { reason: '约人上门，先撤下。' } })
    assert.deepEqual([gone.text, gone.removed?.byAuthor], ['今晚八点。', false])
    await sun.isRefused('removePostReply', { ...reply, body: { reason: '再撤一次试试。' } }, 'transition-refused')
    const [shown] = (await wu.does('listPostReplies', at(postId))).items
    assert.deepEqual([shown?.text, shown?.removed?.reason], ['', '约人上门，先撤下。'])

    await sun.does('removePost', { ...at(postId), body: { reason: '指着一家人说，先撤下，狗的事居委去谈。' } })
    await gu.does('removePost', { ...at(withdrawn.postId), body: { reason: '' } })
    for (const id of [postId, withdrawn.postId]) assert.ok(!(await feedIds(wu)).includes(id))
    const seen = await wu.does('readPost', at(postId))
    assert.deepEqual([seen.state, seen.text, seen.may], ['removed', '', []])
    assert.equal((await wu.does('readPost', at(withdrawn.postId))).removed?.byAuthor, true)
    assert.equal((await sun.does('readPost', at(postId))).text, '某某家的狗又乱叫，大家去堵门。')
    assert.deepEqual(
      (await sun.does('listRemovedPosts', { params: { communityId } })).items.map(({ postId: id }) => id).toSorted(),
      [postId, withdrawn.postId].toSorted(),
    )
    await gu.isRefused('replyToPost', { ...at(postId), body: { text: '凭什么？' } }, 'transition-refused')
    await gu.isRefused('removePost', { ...at(postId), body: { reason: '' } }, 'transition-refused')
    await world.settle()
    const kinds = (await gu.does('listNotifications')).items.map(({ kind }) => kind)
    assert.ok(kinds.includes('postRemoved') && kinds.includes('postReplyRemoved'))
    assert.equal(
      kinds.filter((kind) => kind === 'postRemoved').length,
      1,
      'nobody is told of what they took back themselves',
    )
  })

  test('three stand above the others of a board, also when two pin at once', async () => {
    const posts = []
    for (let n = 0; n < 4; n += 1) posts.push(await announce({ title: `要紧事 ${n}` }))
    const [a, b, c, d] = posts.map(({ postId }) => postId) as [string, string, string, string]
    const pin = (postId: string, isPinned = true) => sun.send('pinPost', { ...at(postId), body: { isPinned } })
    for (const postId of [a, b]) assert.equal((await pin(postId)).status, 200)
    const raced = (await Promise.all([pin(c), pin(d)])).map(({ status }) => status)
    assert.deepEqual(raced.toSorted(), [200, 422])
    const pinned = await wu.does('listPinned', { params: { communityId, boardId: board('announcements') } })
    assert.equal(pinned.posts.length, 3)
    await pin(a, false)
    assert.deepEqual((await sun.does('readPost', at(a))).isPinned, false)
    await wu.isRefused('pinPost', { ...at(a), body: { isPinned: true } }, 'not-permitted')
    const removed = await announce({ title: '撤下的' })
    await sun.does('removePost', { ...at(removed.postId), body: { reason: '' } })
    await sun.isRefused('pinPost', { ...at(removed.postId), body: { isPinned: true } }, 'transition-refused')
  })

  test('since the last visit: the line stands at the end of the visit before, one row per member', async () => {
    const look = async () => (await gu.does('visitFeed', { params: { communityId }, body: {} })).newSince
    assert.equal(await look(), null)
    const first = world.clock.now().toISOString()
    world.clock.advance({ hours: 5 })
    const { postId } = await announce({ title: '您不在时说的' })
    world.clock.advance({ minutes: 5 })
    assert.equal(await look(), first)
    world.clock.advance({ minutes: 3 })
    assert.equal(await look(), first, 'a reload keeps the line')
    assert.ok((await gu.does('readPost', at(postId))).publishedAt > first)
    assert.equal((await rowsOf('select 1 from feed_visits')).length, 1)
    await sun.isRefused('visitFeed', { params: { communityId }, body: {} }, 'not-permitted')
  })
})
