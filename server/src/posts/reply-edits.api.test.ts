import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

let world: TestWorld
let communityId: number
let wu: TestPerson
let gu: TestPerson
let sun: TestPerson
let postId: string

before(async () => {
  world = await createTestWorld()
  communityId = world.home.communityId
  sun = await world.reviewer(communityId)
  wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
  gu = await world.member(world.home, { shownName: '92号楼 顾先生', trueName: '顾小东' })
  const { boards } = await sun.does('listBoards', { params: { communityId } })
  const boardId = boards.find(({ kind }) => kind === 'exchange')?.boardId ?? ''
  const post = await gu.does('publishPost', { params: { communityId }, body: { boardId, text: '谁家有梯子？' } })
  postId = post.postId
})
after(() => world.close())

const say = async (by: TestPerson, text: string) => {
  const { postReplyId } = await by.does('replyToPost', { params: { communityId, postId }, body: { text } })
  return { params: { communityId, postId, postReplyId } }
}
const shown = async (by: TestPerson, { params }: Awaited<ReturnType<typeof say>>) =>
  (await by.does('listPostReplies', { params: { communityId, postId } })).items.find(
    (one) => one.postReplyId === params.postReplyId,
  )

test('吴女士 changes what she said; everybody reads that she did, and what it was', async () => {
  const at = await say(wu, '我家有，周五来拿。')
  const mine = await shown(wu, at)
  assert.deepEqual([mine?.mayEdit, mine?.editedAt], [true, null])
  assert.equal((await shown(gu, at))?.mayEdit, false)
  world.clock.advance({ minutes: 3 })
  const once = await wu.does('editPostReply', { ...at, body: { text: '我家有，周六来拿。', editedAt: null } })
  assert.ok(once.editedAt !== null)
  world.clock.advance({ minutes: 3 })
  await wu.does('editPostReply', { ...at, body: { text: '借出去了。', editedAt: once.editedAt } })
  assert.equal((await shown(gu, at))?.text, '借出去了。')
  const { items } = await gu.does('listPostReplyEdits', at)
  assert.deepEqual(
    items.map(({ text }) => text),
    ['我家有，周六来拿。', '我家有，周五来拿。'],
  )
  const ofPost = await gu.does('listPostEdits', { params: { communityId, postId } })
  assert.deepEqual(ofPost.items, [], 'the post itself was not changed')
  const copy = await wu.does('exportMyData', { body: {} })
  assert.deepEqual(
    copy.postReplies.find(({ text }) => text === '借出去了。')?.earlier.map(({ text }) => text),
    ['我家有，周五来拿。', '我家有，周六来拿。'],
  )
})

test('the same words are no change; two changes at once never overwrite each other', async () => {
  const at = await say(wu, '我问问楼上。')
  const same = await wu.does('editPostReply', { ...at, body: { text: '我问问楼上。', editedAt: null } })
  assert.equal(same.editedAt, null)
  const sent = await Promise.all(
    ['楼上没有。', '楼上有一把。'].map((text) => wu.send('editPostReply', { ...at, body: { text, editedAt: null } })),
  )
  assert.deepEqual(sent.map(({ status }) => status).toSorted(), [200, 422])
  assert.equal((await wu.does('listPostReplyEdits', at)).items.length, 1)
  const refused = await wu.isRefused(
    'editPostReply',
    { ...at, body: { text: '都没有。', editedAt: null } },
    'rule-refused',
  )
  assert.equal(refused.code, 'edited-meanwhile')
})

test('nobody changes the words of another, and what was taken away changes no more', async () => {
  const at = await say(wu, '三楼那家最小气。')
  const body = { text: '别的话。', editedAt: null }
  await gu.isRefused('editPostReply', { ...at, body }, 'not-permitted')
  await sun.isRefused('editPostReply', { ...at, body }, 'not-permitted')
  await wu.does('editPostReply', { ...at, body: { text: '有的人家不肯借。', editedAt: null } })
  await sun.does('removePostReply', { ...at, body: { reason: '点了别人家的名。' } })
  await wu.isRefused('editPostReply', { ...at, body }, 'transition-refused')
  assert.deepEqual((await gu.does('listPostReplyEdits', at)).items, [])
  assert.equal((await sun.does('listPostReplyEdits', at)).items.length, 1)
  const elsewhere = { params: { ...at.params, postReplyId: postId }, body }
  await wu.isRefused('editPostReply', elsewhere, 'not-found')
})

test('what is found is what stands there now; an ID number is no more taken than at first', async () => {
  const at = await say(wu, '梯子在车棚后面靠着。')
  await wu.does('editPostReply', { ...at, body: { text: '梯子在活动室里放着。', editedAt: null } })
  await world.settle()
  const search = async (q: string) =>
    (await gu.does('searchCommunity', { params: { communityId }, query: { q } })).items
  assert.equal((await search('活动室里')).length, 1)
  assert.equal((await search('车棚后面')).length, 0)
  const { editedAt } = (await shown(wu, at)) ?? { editedAt: null }
  const body = { text: '我的号码 110101199003070134', editedAt }
  const problem = await wu.isRefused('editPostReply', { ...at, body }, 'invalid-input')
  assert.equal(problem.errors?.[0]?.code, 'personal-data-in-text')
})
