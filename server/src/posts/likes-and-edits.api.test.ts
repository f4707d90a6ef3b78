import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('likes, and words that are changed', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let gu: TestPerson
  let sun: TestPerson
  let exchange = ''
  let announcements = ''
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    wu = await world.member()
    gu = await world.member(world.home, { shownName: '92号楼 顾先生', trueName: '顾小东' })
    const { boards } = await sun.does('listBoards', { params: { communityId } })
    exchange = boards.find(({ kind }) => kind === 'exchange')?.boardId ?? ''
    announcements = boards.find(({ kind }) => kind === 'announcements')?.boardId ?? ''
  })
  after(() => world.close())

  const say = (by: TestPerson, text: string) =>
    by.does('publishPost', { params: { communityId }, body: { boardId: exchange, text } })
  const at = (postId: string) => ({ params: { communityId, postId } })
  const like = (by: TestPerson, postId: string, isLiked = true) =>
    by.does('likePost', { ...at(postId), body: { isLiked } })
  const change = (by: TestPerson, postId: string, text: string, more: object = {}) =>
    by.does('editPost', { ...at(postId), body: { text, editedAt: null, ...more } })

  test('a neighbour likes a post once, however often it is pressed, and takes it back; nobody likes the own', async () => {
    const { postId } = await say(wu, '送一盆茉莉，谁家要？')
    assert.deepEqual((await wu.does('readPost', at(postId))).may, ['reply', 'edit', 'remove'])
    await wu.isRefused('likePost', { ...at(postId), body: { isLiked: true } }, 'not-permitted')
    await like(gu, postId)
    const again = await like(gu, postId)
    assert.deepEqual([again.likeCount, again.isLiked], [1, true])
    const read = await wu.does('readPost', at(postId))
    assert.deepEqual([read.likeCount, read.isLiked], [1, false])
    const { items } = await wu.does('listFeed', { params: { communityId } })
    assert.equal(items.find((item) => item.type === 'post' && item.postId === postId)?.type, 'post')
    assert.ok(items.some((item) => item.type === 'post' && item.postId === postId && item.likeCount === 1))
    const back = await like(gu, postId, false)
    assert.deepEqual([back.likeCount, back.isLiked], [0, false])
    assert.equal((await like(gu, postId, false)).likeCount, 0)
  })

  test('200 presses at once by two neighbours and an office count three', async () => {
    const { postId } = await say(wu, '周六早上一起跑步吗？')
    const qian = await world.member(world.home, { shownName: '92号楼 钱女士', trueName: '钱小美' })
    const people = [gu, qian, sun]
    await Promise.all(Array.from({ length: 200 }, (_, n) => like(people[n % 3] ?? gu, postId)))
    assert.equal((await wu.does('readPost', at(postId))).likeCount, 3)
    await Promise.all(Array.from({ length: 30 }, () => like(gu, postId, false)))
    const { rows } = await world.ownerPool.query(
      `select like_count as kept, (select count(*)::int from post_likes l where l.post_id = p.post_id) as counted
       from posts p where post_id = $1`,
      [postId],
    )
    assert.deepEqual(rows, [{ kept: 2, counted: 2 }])
  })

  test('the author changes the words; everybody reads that they were changed, and what they were', async () => {
    const { postId } = await say(wu, '多出一张床，周五来拿。')
    world.clock.advance({ minutes: 5 })
    const first = await change(wu, postId, '多出一张床，周六来拿。')
    assert.ok(first.editedAt !== null)
    world.clock.advance({ minutes: 5 })
    await change(wu, postId, '床送掉了。', { editedAt: first.editedAt })
    const { items } = await gu.does('listPostEdits', at(postId))
    assert.deepEqual(
      items.map(({ text }) => text),
      ['多出一张床，周六来拿。', '多出一张床，周五来拿。'],
    )
    assert.equal((await gu.does('readPost', at(postId))).text, '床送掉了。')
    const same = await change(wu, postId, '床送掉了。', { editedAt: new Date(world.clock.now()).toISOString() })
    assert.equal((await gu.does('listPostEdits', at(postId))).items.length, 2, 'the same words are no change')
    assert.equal(same.text, '床送掉了。')
  })

  test('nobody else changes them, not the committee either; two changes at once never overwrite each other', async () => {
    const { postId } = await say(wu, '谁有梯子借一下？')
    const body = { text: '改成别的话。', editedAt: null }
    await gu.isRefused('editPost', { ...at(postId), body }, 'not-permitted')
    await sun.isRefused('editPost', { ...at(postId), body }, 'not-permitted')
    const sent = await Promise.all(
      ['梯子借到了，谢谢。', '还要一把锤子。'].map((text) =>
        wu.send('editPost', { ...at(postId), body: { text, editedAt: null } }),
      ),
    )
    assert.deepEqual(sent.map(({ status }) => status).toSorted(), [200, 422])
    assert.equal((await wu.does('listPostEdits', at(postId))).items.length, 1)
    const refused = await wu.isRefused('editPost', { ...at(postId), body }, 'rule-refused')
    assert.equal(refused.code, 'edited-meanwhile')
  })

  test('an office keeps a title; what is not out yet is changed without history; what is removed shows none', async () => {
    const publishAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString()
    const draft = { boardId: announcements, title: '停水', text: '周四停水。' }
    const planned = await sun.does('publishPost', { params: { communityId }, body: { ...draft, publishAt } })
    const untitled = { text: '周五停水。', title: null, editedAt: null }
    const problem = await sun.isRefused('editPost', { ...at(planned.postId), body: untitled }, 'rule-refused')
    assert.equal(problem.code, 'title-missing')
    const changed = await change(sun, planned.postId, '周五停水。', { title: '停水' })
    assert.deepEqual([changed.text, changed.editedAt], ['周五停水。', null])
    await gu.isRefused('likePost', { ...at(planned.postId), body: { isLiked: true } }, 'not-found')

    const { postId } = await say(wu, '隔壁那家最吵。')
    await change(wu, postId, '晚上请轻一点。')
    await sun.does('removePost', { ...at(postId), body: { reason: '点了别人家的名。' } })
    assert.deepEqual((await gu.does('listPostEdits', at(postId))).items, [])
    assert.equal((await sun.does('listPostEdits', at(postId))).items.length, 1)
    await wu.isRefused('editPost', { ...at(postId), body: untitled }, 'transition-refused')
    await gu.isRefused('likePost', { ...at(postId), body: { isLiked: true } }, 'transition-refused')
  })

  test('a long history pages by keyset; an ID number is no more taken than in a new post', async () => {
    const { postId } = await say(wu, '第0稿')
    let editedAt: string | null = null
    for (let n = 1; n <= 23; n += 1) ({ editedAt } = await change(wu, postId, `第${n}稿`, { editedAt }))
    const first = await gu.does('listPostEdits', at(postId))
    assert.ok(first.nextCursor !== null)
    const rest = await gu.does('listPostEdits', { ...at(postId), query: { cursor: first.nextCursor } })
    assert.equal(new Set([...first.items, ...rest.items].map(({ text }) => text)).size, 23)
    const body = { text: '我的号码 110101199003070134', editedAt }
    const problem = await wu.isRefused('editPost', { ...at(postId), body }, 'invalid-input')
    assert.equal(problem.errors?.[0]?.code, 'personal-data-in-text')
  })

  test('the copy of the own data has what was changed, and what was liked', async () => {
    const copy = await wu.does('exportMyData', { body: {} })
    assert.ok(copy.posts.some(({ earlier }) => earlier.some(({ text }) => text === '多出一张床，周五来拿。')))
    const { postId } = await say(gu, '花种分给大家。')
    await like(wu, postId)
    assert.deepEqual(
      (await wu.does('exportMyData', { body: {} })).postLikes.map((one) => one.postId),
      [postId],
    )
  })
})
