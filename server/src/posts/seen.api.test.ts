import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

let world: TestWorld
let communityId: number
let sun: TestPerson
let zhou: TestPerson
let neighbours: TestPerson[]
let announcements = ''
let exchange = ''

before(async () => {
  world = await createTestWorld()
  communityId = world.home.communityId
  sun = await world.reviewer(communityId)
  zhou = await world.inRole('propertyManager', communityId, '周经理')
  neighbours = []
  for (let n = 1; n <= 7; n += 1)
    neighbours.push(
      await world.member(world.home, { shownName: `92号楼 邻居${n}`, trueName: `郑小${'一二三四五六七'[n - 1]}` }),
    )
  const { boards } = await sun.does('listBoards', { params: { communityId } })
  announcements = boards.find(({ kind }) => kind === 'announcements')?.boardId ?? ''
  exchange = boards.find(({ kind }) => kind === 'exchange')?.boardId ?? ''
})
after(() => world.close())

const announce = async (more: object = {}) => {
  const body = { boardId: announcements, title: '周四停水', text: '周四上午停水，请前一晚存水。', ...more }
  const { postId } = await sun.does('publishPost', { params: { communityId }, body })
  return { params: { communityId, postId } }
}
const person = (n: number): TestPerson => neighbours[n] ?? sun

test('three of seven open it, one of them often: the committee reads three of seven, and no name', async () => {
  const at = await announce()
  assert.equal((await person(0).does('readPost', at)).countsSeen, true)
  for (const n of [0, 1, 2, 0, 0]) await person(n).does('seePost', { ...at, body: {} })
  assert.equal((await person(0).does('readPost', at)).countsSeen, false)
  const { raw, reply } = await sun.send('readSeen', at)
  assert.deepEqual(reply.total, { members: 7, seen: 3 })
  assert.deepEqual(reply.places, [{ name: '92号楼', members: 7, seen: 3 }])
  assert.equal(reply.others, null)
  assert.ok(!/邻居|郑小/.test(raw.toString()))
})

test('200 openings at once by seven neighbours count seven', async () => {
  const at = await announce()
  await Promise.all(Array.from({ length: 200 }, (_, n) => person(n % 7).does('seePost', { ...at, body: {} })))
  assert.deepEqual((await sun.does('readSeen', at)).total, { members: 7, seen: 7 })
})

test('its own office and the committee read it; another office and the neighbours do not', async () => {
  const body = { boardId: announcements, title: '电梯保养', text: '周五下午电梯保养两小时。' }
  const { boards } = await sun.does('listBoards', { params: { communityId } })
  const property = boards.find(({ kind }) => kind === 'property')?.boardId ?? announcements
  const { postId } = await zhou.does('publishPost', { params: { communityId }, body: { ...body, boardId: property } })
  const at = { params: { communityId, postId } }
  assert.equal((await zhou.does('readPost', at)).mayReadSeen, true)
  await zhou.does('readSeen', at)
  await sun.does('readSeen', at)
  await person(0).isRefused('readSeen', at, 'not-permitted')
  const own = await announce()
  assert.equal((await zhou.does('readPost', own)).mayReadSeen, false)
  await zhou.isRefused('readSeen', own, 'not-permitted')
})

test('what neighbours say is counted for nobody, nor what is gone', async () => {
  const word = await person(0).does('publishPost', {
    params: { communityId },
    body: { boardId: exchange, text: '送花盆。' },
  })
  const theirs = { params: { communityId, postId: word.postId } }
  assert.deepEqual(
    [(await person(1).does('readPost', theirs)).countsSeen, (await sun.does('readPost', theirs)).mayReadSeen],
    [false, false],
  )
  await person(1).isRefused('seePost', { ...theirs, body: {} }, 'transition-refused')
  const gone = await announce()
  await sun.does('removePost', { ...gone, body: { reason: '' } })
  await person(1).isRefused('seePost', { ...gone, body: {} }, 'transition-refused')
})

test('for one staircase of fewer than five nothing is told', async () => {
  const { rows } = await world.ownerPool.query<{ id: string }>(
    `select s.staircase_id as id from staircases s where s.community_id = $1 and not exists (
       select from memberships m join dwellings d using (community_id, dwelling_id)
       where d.community_id = s.community_id and d.staircase_id = s.staircase_id) limit 1`,
    [communityId],
  )
  const at = await announce({ scope: { kind: 'staircase', placeId: rows[0]?.id } })
  assert.deepEqual(await sun.does('readSeen', at), { total: null, places: [], others: null })
})

test('whoever leaves is counted no longer and the copy of one’s data says what one opened', async () => {
  const at = await announce()
  for (const one of neighbours) await one.does('seePost', { ...at, body: {} })
  const copy = await person(3).does('exportMyData', { body: {} })
  assert.ok(copy.postViews.some(({ postId }) => postId === at.params.postId))
  await world.ownerPool.query(
    `update memberships set state = 'ended', ended_at = now() where community_id = $1 and shown_name = '92号楼 邻居7'`,
    [communityId],
  )
  assert.deepEqual((await sun.does('readSeen', at)).total, { members: 6, seen: 6 })
})
