import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { roomName } from '@shequtong/contract/realtime'
import { plainPhoto } from '../../test/support/furnished-world.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { mayEnter } from '../realtime/room-access.ts'
import { sessionOf } from '../sessions/actor.ts'

const matter = '小门的锁坏了，夜里关不上，进来过生人。'
const secret = '楼上夜里打孩子，我不敢自己去敲门，想请人问问。'

describe('who has a request in hand, and whose a private one is', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let lu: TestPerson
  let guo: TestPerson
  let sun: TestPerson
  let gao: TestPerson
  let zhou: TestPerson
  let fang: TestPerson
  let luo: TestPerson

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
    gao = await world.inRole('committeeMember', communityId, '小高')
    zhou = await world.inRole('propertyManager', communityId, '周经理')
    fang = await world.inRole('policeOfficer', communityId, '方警官')
    luo = await world.inRole('familyDoctor', communityId, '罗医生')
  })
  after(() => world.close())

  const ask = async (more: object = {}) => {
    const body = { kind: 'help' as const, text: matter, place: '小门', ...more }
    const { serviceRequestId } = await wu.does('submitServiceRequest', { params: { communityId }, body })
    return { communityId, serviceRequestId }
  }
  const askPrivately = () => ask({ text: secret, place: '92号楼', visibility: 'private' })
  const grantOf = async (role: string) => {
    const { grants } = await sun.does('listRoleGrants', { params: { communityId } })
    const found = grants.find((grant) => grant.role === role)
    assert.ok(found, role)
    return { roleGrantId: found.roleGrantId }
  }
  const inboxOf = async (person: TestPerson) => {
    const inbox = await person.does('listInbox', { params: { communityId } })
    return { ids: inbox.items.map(({ serviceRequestId }) => serviceRequestId), waiting: inbox.waiting }
  }

  test('方警官 may say a word to what is not his, and moves nothing until it is handed to him', async () => {
    const params = await ask()
    const untilOn = '2026-12-01'
    const words = '派出所这周夜里多巡两趟小门。'
    const refused = [
      ['markServiceRequestRead', {}],
      ['answerServiceRequest', { text: words }],
      ['askBackServiceRequest', { text: '生人是几点进来的？' }],
      ['suspendServiceRequest', { reason: words, untilOn }],
      ['handOverServiceRequest', { toRole: 'propertyManager', reason: words }],
      ['assignServiceRequest', await grantOf('propertyManager')],
      ['escalateServiceRequest', { toLevel: 'district', reason: words }],
      ['resolveServiceRequest', { result: words }],
    ] as const
    for (const person of [fang, zhou, luo])
      for (const [name, body] of refused) await person.isRefused(name, { params, body } as never, 'not-permitted')
    assert.deepEqual((await fang.does('readServiceRequest', { params })).may, ['reply', 'note'])
    await fang.does('replyToServiceRequest', { params, body: { text: words } })

    await gao.does('handOverServiceRequest', {
      params,
      body: { toRole: 'policeOfficer', reason: '夜里进生人，请方警官看看。' },
    })
    await fang.isRefused('suspendServiceRequest', { params, body: { reason: words, untilOn } }, 'not-permitted')
    await fang.does('acceptHandOver', { params, body: {} })
    const suspended = await fang.does('suspendServiceRequest', {
      params,
      body: { reason: '等监控装好再看。', untilOn },
    })
    assert.equal(suspended.suspension?.untilOn, untilOn)
    await fang.does('resumeServiceRequest', { params, body: {} })
    await zhou.isRefused('suspendServiceRequest', { params, body: { reason: words, untilOn } }, 'not-permitted')
    await fang.does('handOverServiceRequest', {
      params,
      body: { toRole: 'propertyManager', reason: '锁要换，归物业。' },
    })
    await zhou.does('acceptHandOver', { params, body: {} })
    await fang.isRefused('resolveServiceRequest', { params, body: { result: '锁换好了，关得上。' } }, 'not-permitted')
    await zhou.does('resolveServiceRequest', { params, body: { result: '锁换好了，关得上。' } })
  })

  test('罗医生 has what was assigned to her in hand, until it is handed to somebody else', async () => {
    const params = await ask()
    await sun.does('assignServiceRequest', { params, body: await grantOf('familyDoctor') })
    assert.equal((await inboxOf(luo)).ids.includes(params.serviceRequestId), true)
    await luo.does('answerServiceRequest', { params, body: { text: '我下午三点上门看看老人有没有受惊。' } })
    await guo.does('handOverServiceRequest', {
      params,
      body: { toRole: 'propertyManager', reason: '老人没事，锁要换。' },
    })
    const handed = await zhou.does('acceptHandOver', { params, body: {} })
    assert.equal(handed.assignee, null)
    await luo.isRefused('answerServiceRequest', { params, body: { text: '我明天再来一趟。' } }, 'not-permitted')
    assert.equal((await inboxOf(luo)).ids.includes(params.serviceRequestId), false)
  })

  const isInvisible = async (person: TestPerson, params: { communityId: number; serviceRequestId: string }) => {
    await person.isRefused('readServiceRequest', { params }, 'not-found')
    await person.isRefused('replyToServiceRequest', { params, body: { text: '我来看看这件事。' } }, 'not-found')
    assert.equal(await entryTo(person, params), 'not-found')
  }
  const entryTo = async (person: TestPerson, params: { communityId: number; serviceRequestId: string }) => {
    const token = decodeURIComponent(person.cookie?.split('=')[1] ?? '')
    const actor = (await sessionOf(world.services.db, world.services.territory, token, world.clock.now()))?.actor
    assert.ok(actor)
    return mayEnter(world.services, actor, roomName('service-request', params))
  }

  test('a private request is 吴女士’s and the two who lead the committee: 小高 does not find it anywhere', async () => {
    const before = await inboxOf(gao)
    const bytes = await plainPhoto()
    const { photoId } = await wu.does(
      'uploadPhoto',
      { params: { communityId } },
      { binary: { type: 'image/jpeg', bytes } },
    )
    const params = await ask({ text: secret, place: '92号楼', visibility: 'private', photoIds: [photoId] })
    const picture = { params: { communityId, photoId, size: 'thumb' as const } }
    for (const person of [gao, zhou, fang, luo, lu]) {
      await isInvisible(person, params)
      await person.isRefused('readPhoto', picture, 'not-found')
    }
    const after = await inboxOf(gao)
    assert.deepEqual(after, before, 'neither in the list nor in the count')
    for (const person of [guo, sun]) {
      assert.equal((await person.does('readServiceRequest', { params })).text, secret)
      assert.equal(await entryTo(person, params), 'allowed')
      await person.does('readPhoto', picture)
      assert.ok((await inboxOf(person)).ids.includes(params.serviceRequestId))
    }
  })

  test('assigned to 小高 it is in her inbox; handed to 罗医生 it is no longer, and whoever leads the committee still sees it', async () => {
    const params = await askPrivately()
    await sun.does('assignServiceRequest', { params, body: await grantOf('committeeMember') })
    assert.ok((await inboxOf(gao)).ids.includes(params.serviceRequestId))
    await gao.does('answerServiceRequest', { params, body: { text: '我今晚七点和妇联的同志一起上门。' } })
    await gao.does('handOverServiceRequest', {
      params,
      body: { toRole: 'familyDoctor', reason: '孩子身上有伤，请罗医生看一看。' },
    })
    assert.ok((await inboxOf(luo)).ids.includes(params.serviceRequestId))
    assert.ok((await inboxOf(gao)).ids.includes(params.serviceRequestId), 'hers until somebody takes it')
    await luo.does('acceptHandOver', { params, body: {} })
    await isInvisible(gao, params)
    assert.equal((await luo.does('readServiceRequest', { params })).text, secret)
    assert.equal((await guo.does('readServiceRequest', { params })).text, secret)
    await isInvisible(fang, params)
  })

  test('小高 wrote it down at the counter: it is hers to follow, not another cadre’s', async () => {
    const other = await world.inRole('committeeMember', communityId, '小林')
    const me = await lu.does('readMe')
    const forMembershipId = me.actingHatId ?? ''
    const { serviceRequestId } = await gao.does('fileServiceRequestOnBehalf', {
      params: { communityId },
      body: { forMembershipId, kind: 'help', text: secret, place: '92号楼', visibility: 'private' },
    })
    const params = { communityId, serviceRequestId }
    assert.equal((await gao.does('readServiceRequest', { params })).text, secret)
    assert.ok((await inboxOf(gao)).ids.includes(serviceRequestId))
    await isInvisible(other, params)
    await isInvisible(wu, params)
  })

  test('what 吴女士 took back stays between her and those who lead the committee', async () => {
    const params = await askPrivately()
    await sun.does('assignServiceRequest', { params, body: await grantOf('committeeMember') })
    await wu.does('withdrawServiceRequest', { params, body: {} })
    await gao.isRefused('readServiceRequest', { params }, 'not-found')
    assert.equal((await sun.does('readServiceRequest', { params })).state, 'withdrawn')
  })
})
