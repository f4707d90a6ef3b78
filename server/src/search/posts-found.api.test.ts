import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { rebuildSearch } from './search-index.ts'

describe('what was said on boards', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let gu: TestPerson
  let sun: TestPerson
  let boardId = ''
  let announcements = ''
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    wu = await world.member()
    gu = await livingIn('1号楼', '1 单元', '101', '1号楼 顾先生')
    const { boards } = await sun.does('listBoards', { params: { communityId } })
    boardId = boards.find(({ kind }) => kind === 'exchange')?.boardId ?? ''
    announcements = boards.find(({ kind }) => kind === 'announcements')?.boardId ?? ''
  })
  after(() => world.close())

  const livingIn = async (building: string, staircase: string, room: string, shownName: string) => {
    const person = await world.visitor(shownName)
    const claim = await world.claim(world.home, { shownName, trueName: '顾小东' })
    const { registrationId } = await person.does('register', {
      params: { code: world.home.code },
      body: { ...claim, dwellingId: await world.door(world.home, building, staircase, room) },
    })
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    return person
  }
  const say = async (by: TestPerson, text: string, more: object = {}) =>
    (await by.does('publishPost', { params: { communityId }, body: { boardId, text, ...more } })).postId
  const at = (postId: string) => ({ params: { communityId, postId } })
  const hits = async (who: TestPerson, q: string) => {
    await world.settle()
    return (await who.does('searchCommunity', { params: { communityId }, query: { q } })).items
  }
  const parts = async (who: TestPerson, q: string) => (await hits(who, q)).map(({ partId }) => partId)

  test('a neighbour finds a post and what was said below it by two characters, newest first, beside requests', async () => {
    const postId = await say(wu, '谁家有多余的蒸笼借我一天？')
    world.clock.advance({ minutes: 5 })
    const { postReplyId } = await gu.does('replyToPost', { ...at(postId), body: { text: '我家有一套竹蒸笼。' } })
    world.clock.advance({ minutes: 5 })
    const { serviceRequestId } = await gu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '楼下卖蒸笼点心的挡了路。', place: '1号楼' },
    })
    assert.deepEqual(await parts(gu, '蒸笼'), [serviceRequestId, postReplyId, postId])
    const [, reply, head] = await hits(gu, '蒸笼')
    assert.ok(reply?.subjectKind === 'post' && head?.subjectKind === 'post')
    assert.deepEqual([reply.by.you, head.by.you, reply.title, head.boardId], [true, false, head.title, boardId])
    assert.ok(head.title.some(({ text, marked }) => marked && text === '蒸笼'))
    assert.ok(head.snippet.some(({ text, marked }) => marked && text === '蒸笼'))
  })

  test('a title is found with its words; new words replace the old; what is removed or not yet out is not there', async () => {
    const office = { boardId: announcements, title: '芙蓉厅改时间', text: '以后八点开门。' }
    const notice = await sun.does('publishPost', { params: { communityId }, body: office })
    assert.deepEqual(await parts(wu, '芙蓉厅 八点'), [notice.postId])
    await sun.does('editPost', {
      ...at(notice.postId),
      body: { title: '牡丹厅改时间', text: '以后九点开门。', editedAt: null },
    })
    assert.deepEqual(await parts(wu, '芙蓉厅'), [])
    assert.deepEqual(await parts(wu, '牡丹厅'), [notice.postId])
    await sun.does('removePost', { ...at(notice.postId), body: { reason: '' } })
    assert.deepEqual(await parts(wu, '牡丹厅'), [])
    const publishAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString()
    const planned = { ...office, title: '海棠厅改时间', publishAt }
    const { postId } = await sun.does('publishPost', { params: { communityId }, body: planned })
    assert.deepEqual(await parts(sun, '海棠厅'), [])
    await sun.does('publishPostNow', { ...at(postId), body: {} })
    assert.deepEqual(await parts(wu, '海棠厅'), [postId])
  })

  test('what is for one building is found by who lives there and by every role, and by nobody else', async () => {
    const { buildings } = await wu.does('listCommunityBuildings', { params: { communityId } })
    const placeId = buildings.find(({ name }) => name === '92号楼')?.buildingId ?? ''
    const postId = await say(wu, '楼道里一起擦玻璃窗吗？', { scope: { kind: 'building', placeId } })
    const zhou = await world.inRole('propertyManager', communityId, '周经理')
    assert.deepEqual(await parts(wu, '玻璃窗'), [postId])
    assert.deepEqual(await parts(zhou, '玻璃窗'), [postId])
    assert.deepEqual(await parts(sun, '玻璃窗'), [postId])
    assert.deepEqual(await parts(gu, '玻璃窗'), [])
  })

  test('a reply that was taken away and whoever is blocked are not found', async () => {
    const postId = await say(gu, '阳台种了丝瓜，分给大家。')
    const { postReplyId } = await wu.does('replyToPost', { ...at(postId), body: { text: '丝瓜给我留一根。' } })
    assert.equal((await parts(wu, '丝瓜')).length, 2)
    await wu.does('removePostReply', { params: { ...at(postId).params, postReplyId }, body: { reason: '' } })
    assert.deepEqual(await parts(wu, '丝瓜'), [postId])
    const request = await gu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '门口的灯太亮。', place: '1号楼' },
    })
    const { serviceRequestId } = request
    await wu.does('blockNeighbour', { params: { communityId }, body: { serviceRequestId } })
    assert.deepEqual(await parts(wu, '丝瓜'), [])
    assert.deepEqual(await parts(sun, '丝瓜'), [postId])
  })

  test('the index made anew is what the relay kept', async () => {
    await world.settle()
    const documents = async () =>
      (await world.ownerPool.query(`select * from search_documents order by community_id, part_id`)).rows
    const kept = await documents()
    assert.ok(kept.some(({ subject_kind: kind }) => kind === 'post'))
    await rebuildSearch(world.services.pool)
    assert.deepEqual(await documents(), kept)
  })
})
