import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { closeCodes, roomName } from '@shequtong/contract/realtime'
import { Client, startServer, type TestServer } from '../../src/realtime/test-client.ts'
import { membershipOf, suspend } from '../support/bystanders.ts'
import type { TestPerson } from '../support/test-person.ts'
import { createTestWorld, type TestWorld } from '../support/test-world.ts'

/** More than one socket, because which room is read first is not the same every time. */
const socketCount = 4

describe('a socket that stays open while its rights end', () => {
  let world: TestWorld
  let server: TestServer
  let communityId: number
  let wu: TestPerson
  let director: TestPerson
  let officer: TestPerson

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    server = await startServer({ services: world.services, settings: world.services.settings })
    wu = await world.member()
    director = await world.reviewer(communityId)
    officer = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '秦干事')
  })
  after(async () => {
    await server.close()
    await world.close()
  })
  beforeEach(() => world.settle())

  const say = async (visibility: 'community' | 'private' = 'community'): Promise<string> => {
    const asked = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'help', text: '楼道的灯不亮了，请来看看。', place: '三楼', visibility },
    })
    return asked.serviceRequestId
  }
  const at = (serviceRequestId: string) => ({ communityId, serviceRequestId })
  const threadRoom = (serviceRequestId: string) => roomName('service-request', at(serviceRequestId))
  const answer = (serviceRequestId: string) =>
    director.does('answerServiceRequest', { params: at(serviceRequestId), body: { text: '明天上午九点电工来换。' } })

  /** Several sockets of one person, in all these rooms. */
  const inside = (person: TestPerson, rooms: readonly string[]): Promise<Client[]> =>
    Promise.all(
      Array.from({ length: socketCount }, async () => {
        const client = await new Client(server, undefined, { cookie: person.cookie ?? '' }).open()
        for (const room of rooms) assert.equal((await client.enters(room)).type, 'subscribed', room)
        return client
      }),
    )
  const heard = (client: Client, word: string): boolean => JSON.stringify(client.told).includes(word)
  /** Somebody who keeps the right hears it: then it was said, and whoever else would have heard it has. */
  const isSaid = async (room: string, what: () => Promise<unknown>): Promise<void> => {
    const listener = await new Client(server, undefined, { cookie: director.cookie ?? '' }).open()
    await listener.enters(room)
    await what()
    await world.settle()
    await listener.hears((message) => message.type === 'hint' && message.room === room)
    await new Promise((resolve) => setTimeout(resolve, 50))
    listener.leave()
  }

  test('suspended: it is closed, and hears nothing of what came after, though both were relayed together', async () => {
    const zhou = await world.member(world.home, { shownName: '92号楼 周先生', trueName: '周小波' })
    await world.settle()
    const community = roomName('community', { communityId })
    const clients = await inside(zhou, [community])
    let later = ''
    await isSaid(community, async () => {
      await suspend(world, zhou)
      later = await say()
    })
    for (const client of clients) {
      assert.equal(await client.closes(), closeCodes.capacityChanged)
      assert.ok(!heard(client, later))
    }
  })

  test('a role that was ended: closed, nothing of the inbox, of registrations or of a private thread after it', async () => {
    const zhao = await world.inRole('committeeDirector', communityId, '赵主任')
    const secret = await say('private')
    await world.settle()
    const inbox = roomName('inbox', { communityId })
    const clients = await inside(zhao, [inbox, roomName('registrations', { communityId }), threadRoom(secret)])
    let later = ''
    await isSaid(threadRoom(secret), async () => {
      await officer.does('endRoleGrant', {
        params: { roleGrantId: await membershipOf(zhao) },
        body: { reason: 'resigned' },
      })
      later = await say()
      await answer(secret)
    })
    for (const client of clients) {
      assert.equal(await client.closes(), closeCodes.capacityChanged)
      assert.ok(!heard(client, later))
      assert.deepEqual(client.hintsOf(threadRoom(secret)), [])
      assert.deepEqual(client.hintsOf(inbox), [])
    }
    const again = await new Client(server, undefined, { cookie: zhao.cookie ?? '' }).open()
    assert.deepEqual(await again.enters(threadRoom(secret), 0), {
      type: 'refused',
      room: threadRoom(secret),
      problem: 'not-found',
    })
    again.leave()
  })

  test('handed over to somebody else: whoever had a private request in hand hears nothing more of it', async () => {
    const manager = await world.inRole('propertyManager', communityId, '周师傅')
    const secret = await say('private')
    await director.does('handOverServiceRequest', {
      params: at(secret),
      body: { toRole: 'propertyManager', reason: '请物业去看看是不是线路的事。' },
    })
    await manager.does('acceptHandOver', { params: at(secret), body: {} })
    const doctor = await world.inRole('familyDoctor', world.home.communityId, '罗医生')
    await world.settle()
    const clients = await inside(manager, [threadRoom(secret)])
    await isSaid(threadRoom(secret), async () => {
      await director.does('handOverServiceRequest', {
        params: at(secret),
        body: { toRole: 'familyDoctor', reason: '是身体的事，请家庭医生来。' },
      })
      await doctor.does('acceptHandOver', { params: at(secret), body: {} })
      await answer(secret)
    })
    for (const client of clients) {
      const events = client.hintsOf(threadRoom(secret)).map(({ hint }) => 'event' in hint && hint.event)
      assert.ok(!events.includes('service_request.answered'), events.join())
    }
  })

  test('taken back: neighbours who read the thread hear nothing of what is still said in it', async () => {
    const zhou = await world.member(world.home, { shownName: '92号楼 张先生', trueName: '张小波' })
    const open = await say()
    await world.settle()
    const clients = await inside(zhou, [threadRoom(open)])
    await isSaid(threadRoom(open), async () => {
      await wu.does('withdrawServiceRequest', { params: at(open), body: {} })
      await wu.does('replyToServiceRequest', { params: at(open), body: { text: '我自己换好了，谢谢。' } })
    })
    for (const client of clients) {
      const events = client.hintsOf(threadRoom(open)).map(({ hint }) => 'event' in hint && hint.event)
      assert.ok(!events.includes('service_request.replied'), events.join())
    }
  })

  test('a right that has ended opens no further room, before anybody told the socket', async () => {
    const sun = await world.inRole('committeeDirector', communityId, '孙副主任')
    const [client] = await inside(sun, [])
    assert.ok(client)
    await officer.does('endRoleGrant', {
      params: { roleGrantId: await membershipOf(sun) },
      body: { reason: 'resigned' },
    })
    const inbox = roomName('inbox', { communityId })
    const answered = await Promise.race([client.enters(inbox).catch(() => undefined), client.closes()])
    assert.ok(answered === closeCodes.capacityChanged || (typeof answered === 'object' && answered.type === 'refused'))
  })

  test('a role whose last day is over, and a session that was revoked, lose their sockets with nothing more said', async () => {
    const qian = await world.inRole('committeeMember', communityId, '小钱')
    const inbox = roomName('inbox', { communityId })
    const clients = await inside(qian, [inbox])
    await world.services.db.run(`update role_grants set ends_on = $2 where role_grant_id = $1`, [
      await membershipOf(qian),
      '2020-01-01',
    ])
    for (const client of clients) assert.equal(await client.closes(), closeCodes.capacityChanged)
    const visitor = await world.member(world.home, { shownName: '92号楼 谢先生', trueName: '谢小波' })
    const community = roomName('community', { communityId })
    const others = await inside(visitor, [community])
    await visitor.does('signOut', { body: {} })
    for (const client of others) assert.equal(await client.closes(), closeCodes.signedOut)
    let later = ''
    await isSaid(inbox, async () => {
      later = await say()
    })
    for (const client of [...clients, ...others]) assert.ok(!heard(client, later))
  })
})
