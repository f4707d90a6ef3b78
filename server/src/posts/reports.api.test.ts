import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('reports', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let gu: TestPerson
  let qian: TestPerson
  let sun: TestPerson
  let boardId = ''
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    wu = await world.member()
    gu = await world.member(world.home, { shownName: '92号楼 顾先生', trueName: '顾小东' })
    qian = await world.member(world.home, { shownName: '92号楼 钱女士', trueName: '钱小美' })
    const { boards } = await sun.does('listBoards', { params: { communityId } })
    boardId = boards.find(({ kind }) => kind === 'exchange')?.boardId ?? ''
  })
  after(() => world.close())

  const say = async (by: TestPerson, text: string) =>
    (await by.does('publishPost', { params: { communityId }, body: { boardId, text } })).postId
  const at = (postId: string) => ({ params: { communityId, postId } })
  const report = (by: TestPerson, postId: string, body: object = {}) =>
    by.does('reportPost', { ...at(postId), body: { reason: 'insult', ...body } })
  const waiting = async () => (await sun.does('listReported', { params: { communityId } })).items
  const told = async (person: TestPerson, kind: string) => {
    await world.settle()
    return (await person.does('listNotifications')).items.filter((one) => one.kind === kind).length
  }

  test('两位邻居 report the same words; 孙主任 reads why and not who, removes them, and both are told', async () => {
    const postId = await say(gu, '三楼那家人最不要脸。')
    world.clock.advance({ minutes: 1 })
    await report(wu, postId)
    await report(wu, postId, { reason: 'untrue' })
    await report(qian, postId, { reason: 'other', words: '孩子看到了不好。' })
    const [item, ...others] = await waiting()
    assert.deepEqual(others, [])
    assert.ok(item !== undefined)
    assert.deepEqual(
      [item.postId, item.reportCount, item.by.shownName, item.mayDecide],
      [postId, 2, '92号楼 顾先生', true],
    )
    assert.deepEqual(item.reports, [
      { reason: 'insult', words: '' },
      { reason: 'other', words: '孩子看到了不好。' },
    ])
    assert.ok(!JSON.stringify(item).includes('吴女士') && !JSON.stringify(item).includes('钱女士'))
    assert.equal(await told(sun, 'postReported'), 2)
    await sun.does('removePost', { ...at(postId), body: { reason: '骂了邻居。' } })
    assert.deepEqual(await waiting(), [])
    assert.deepEqual([await told(wu, 'reportedRemoved'), await told(qian, 'reportedRemoved')], [1, 1])
    assert.equal(await told(gu, 'reportedRemoved'), 0)
    const again = { ...at(postId), body: { reason: 'insult' as const } }
    await wu.isRefused('reportPost', again, 'transition-refused')
  })

  test('what was looked at and left may be reported anew; the reporter is told that it stays', async () => {
    const postId = await say(gu, '修鞋摊的手艺一般。')
    const { postReplyId } = await qian.does('replyToPost', { ...at(postId), body: { text: '我看是骗钱的。' } })
    await report(wu, postId, { postReplyId, reason: 'untrue' })
    const [item] = await waiting()
    assert.deepEqual([item?.postReplyId, item?.text, item?.title], [postReplyId, '我看是骗钱的。', null])
    await sun.does('keepReported', { ...at(postId), body: { postReplyId } })
    assert.deepEqual(await waiting(), [])
    assert.equal(await told(wu, 'reportedKept'), 1)
    await report(wu, postId, { postReplyId })
    assert.equal((await waiting()).length, 1)
    await sun.does('removePostReply', { params: { ...at(postId).params, postReplyId }, body: { reason: '没有根据。' } })
    assert.deepEqual(await waiting(), [])
  })

  test('a post that is taken away ends the reports about its replies; pressing at once makes one report', async () => {
    const postId = await say(gu, '拼车去机场，周五早上。')
    const { postReplyId } = await qian.does('replyToPost', { ...at(postId), body: { text: '加我微信买保健品。' } })
    await Promise.all(Array.from({ length: 20 }, () => report(wu, postId, { postReplyId, reason: 'advertising' })))
    assert.deepEqual(
      (await waiting()).map(({ reportCount }) => reportCount),
      [1],
    )
    await gu.does('removePost', { ...at(postId), body: { reason: '' } })
    assert.deepEqual(await waiting(), [])
  })

  test('nobody reports the own words or leaves 别的 unsaid; nobody of the committee decides about the own', async () => {
    const own = await say(wu, '送两盆兰花。')
    const body = { reason: 'insult' as const }
    await wu.isRefused('reportPost', { ...at(own), body }, 'transition-refused')
    const unsaid = await gu.isRefused('reportPost', { ...at(own), body: { reason: 'other' } }, 'rule-refused')
    assert.equal(unsaid.code, 'reason-not-stated')
    const office = await sun.does('publishPost', {
      params: { communityId },
      body: { boardId, title: '兰花展', text: '周六上午在凉亭。' },
    })
    await report(wu, office.postId)
    assert.deepEqual(
      (await waiting()).map(({ mayDecide }) => mayDecide),
      [false],
    )
    await sun.isRefused('keepReported', { ...at(office.postId), body: {} }, 'not-permitted')
    const guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    await guo.does('keepReported', { ...at(office.postId), body: {} })
    assert.deepEqual(await waiting(), [])
    await gu.isRefused('listReported', { params: { communityId } }, 'not-permitted')
    await gu.isRefused('keepReported', { ...at(own), body: {} }, 'not-permitted')
  })

  test('many wait in pages, the longest first; the copy of the own data has what was reported', async () => {
    const postIds: string[] = []
    for (let n = 0; n < 23; n += 1) {
      postIds.push(await say(gu, `第${n}次卖保健品。`))
      world.clock.advance({ minutes: 1 })
      await report(wu, postIds[n] ?? '', { reason: 'advertising' })
    }
    const first = await sun.does('listReported', { params: { communityId } })
    assert.ok(first.nextCursor !== null)
    const rest = await sun.does('listReported', { params: { communityId }, query: { cursor: first.nextCursor } })
    assert.deepEqual(
      [...first.items, ...rest.items].map(({ postId }) => postId),
      postIds,
    )
    const { postReports } = await wu.does('exportMyData', { body: {} })
    assert.equal(postReports.filter(({ outcome }) => outcome === null).length, 23)
  })

  test('whom somebody hides from a post or a reply is gone for them and nobody else; an office cannot be hidden', async () => {
    const postId = await say(gu, '谁家晚上练琴？')
    const { postReplyId } = await qian.does('replyToPost', { ...at(postId), body: { text: '是我家，九点前就停。' } })
    const { blockId, shownName } = await wu.does('blockPostAuthor', { ...at(postId), body: { postReplyId } })
    assert.equal(shownName, '92号楼 钱女士')
    assert.deepEqual((await wu.does('listPostReplies', at(postId))).items, [])
    assert.equal((await gu.does('listPostReplies', at(postId))).items.length, 1)
    const again = await wu.does('blockPostAuthor', { ...at(postId), body: { postReplyId } })
    assert.equal(again.blockId, blockId)
    await wu.does('blockPostAuthor', { ...at(postId), body: {} })
    await wu.isRefused('readPost', at(postId), 'not-found')
    await wu.isRefused('blockPostAuthor', { ...at(postId), body: {} }, 'not-found')
    const own = await gu.isRefused('blockPostAuthor', { ...at(postId), body: {} }, 'rule-refused')
    assert.equal(own.code, 'own-words')
    const office = await sun.does('publishPost', {
      params: { communityId },
      body: { boardId, title: '练琴的时间', text: '晚上九点以后请轻一点。' },
    })
    const role = await gu.isRefused('blockPostAuthor', { ...at(office.postId), body: {} }, 'rule-refused')
    assert.equal(role.code, 'not-a-neighbour')
  })
})
