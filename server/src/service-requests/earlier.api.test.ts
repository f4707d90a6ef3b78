import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('what else the same neighbour said', () => {
  let world: TestWorld
  let wu: TestPerson
  let sun: TestPerson
  let li: TestPerson
  let communityId: number

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
    li = await world.inRole('committeeMember', communityId, '小李')
  })
  after(() => world.close())

  const says = async (text: string, visibility?: 'private') => {
    const { serviceRequestId } = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text, place: '92号楼', ...(visibility === undefined ? {} : { visibility }) },
    })
    world.clock.advance({ minutes: 1 })
    return { communityId, serviceRequestId }
  }
  const titles = async (who: TestPerson, params: { communityId: number; serviceRequestId: string }) =>
    (await who.does('listEarlierRequests', { params })).items.map(({ title }) => title)

  test('the newest first, without the one that is looked at; of private ones those who may see them', async () => {
    const lamp = await says('三楼的灯不亮')
    assert.deepEqual(await titles(sun, lamp), [])
    await says('只想让主任知道的一件事', 'private')
    const taken = await says('这句话收回来')
    await wu.does('withdrawServiceRequest', { params: taken, body: {} })
    const gate = await says('北门的门禁坏了')
    assert.deepEqual(await titles(sun, gate), ['这句话收回来', '只想让主任知道的一件事', '三楼的灯不亮'])
    assert.deepEqual(await titles(li, gate), ['这句话收回来', '三楼的灯不亮'])
    const [first] = (await sun.does('listEarlierRequests', { params: lamp })).items
    assert.deepEqual([first?.title, first?.kind, first?.state], ['北门的门禁坏了', 'matter', 'submitted'])
    for (let n = 0; n < 8; n += 1) await says(`第${n}条长椅松了`)
    assert.equal((await titles(sun, lamp)).length, 6)
  })

  test('is for those who work on it: not for neighbours, not for the asker, not of what one may not see', async () => {
    const secret = await says('还有一件私下的事', 'private')
    const lu = await world.member(world.home, { shownName: '92号楼 卢阿姨' })
    await wu.isRefused('listEarlierRequests', { params: secret }, 'not-permitted')
    await lu.isRefused('listEarlierRequests', { params: secret }, 'not-permitted')
    await li.isRefused('listEarlierRequests', { params: secret }, 'not-found')
  })
})
