import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { closeCodes, roomName } from '@shequtong/contract/realtime'
import { createTestWorld, elsewhere, here, type TestPerson, type TestWorld } from '../jobs/test-world.ts'
import { Client, startServer, type TestServer } from './test-client.ts'

let world: TestWorld
let one: TestServer
let other: TestServer
let wu: TestPerson
let zhou: TestPerson
let sun: TestPerson
let lead: TestPerson
let stranger: TestPerson
before(async () => {
  world = await createTestWorld()
  world.services.pool.on('connect', (client) => client.on('error', () => undefined))
  one = await startServer(world)
  other = await startServer(world)
  wu = await world.member('吴女士')
  zhou = await world.member('周先生')
  sun = await world.cadre('committeeDirector', '孙主任')
  lead = await world.cadre('buildingLead', '李组长')
  stranger = await world.member('外村人', elsewhere)
})
after(async () => {
  await Promise.all([one.close(), other.close()])
  await world.close()
})

const open: Client[] = []
const connect = async (server: TestServer, person: TestPerson) => {
  const client = await new Client(server, person).open()
  open.push(client)
  return client
}
afterEach(() => {
  for (const client of open.splice(0)) client.leave()
})

const community = roomName('community', { communityId: here })
const submitMany = async (count: number) => {
  for (let i = 0; i < count; i += 1) await world.submit(wu, `第${i}件事要说一说`)
  await world.relay.drain()
}

describe('a socket', () => {
  it('is refused before the upgrade to strangers, to other sites and elsewhere', async () => {
    assert.equal(await new Client(one, undefined).refusedWith(), 401)
    assert.equal(await new Client(one, { ...wu, token: 'x'.repeat(43) }).refusedWith(), 401)
    assert.equal(await new Client(one, wu, { origin: 'https://evil.example' }).refusedWith(), 403)
    assert.equal(await new Client({ ...one, url: one.url.replace('realtime', 'else') }, wu).refusedWith(), 404)
    const ours = await new Client(one, wu, { origin: 'https://she.example.cn' }).open()
    ours.leave()
  })

  it('hears live what changes, whichever process relays it, with ids and no words', async () => {
    const client = await connect(one, zhou)
    await client.enters(community)
    const id = await world.submit(wu, '路灯坏了三天')
    await world.relay.drain()
    const heard = await client.hears((message) => message.type === 'hint')
    assert.ok(heard.type === 'hint')
    assert.deepEqual(heard.hint, {
      type: 'serviceRequestChanged',
      communityId: here,
      serviceRequestId: id,
      event: 'service_request.submitted',
    })
    assert.ok(!JSON.stringify(client.told).includes('路灯'))
  })

  it('gets all it missed in order from another process, each once, and goes on live', async () => {
    const first = await connect(one, zhou)
    const entered = await first.enters(community)
    assert.ok(entered.type === 'subscribed')
    await submitMany(3)
    await first.hears((message) => message.type === 'hint' && message.sequence === entered.sequence + 3)
    first.leave()
    await submitMany(250)
    const second = await connect(other, zhou)
    const writing = submitMany(20)
    await second.enters(community, entered.sequence + 3)
    await writing
    await second.hears((message) => message.type === 'hint' && message.sequence === entered.sequence + 273)
    assert.deepEqual(
      second.hintsOf(community).map(({ sequence }) => sequence),
      Array.from({ length: 270 }, (_, i) => entered.sequence + 4 + i),
    )
  })

  it('hears what came while the process had lost its LISTEN connection', async () => {
    const client = await connect(one, zhou)
    const entered = await client.enters(community)
    assert.ok(entered.type === 'subscribed')
    await world.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    )
    await submitMany(2)
    await client.hears((message) => message.type === 'hint' && message.sequence === entered.sequence + 2)
  })

  it('is told to start afresh when what it asks for is no longer kept, or was never said', async () => {
    const client = await connect(one, zhou)
    const entered = await client.enters(community)
    assert.ok(entered.type === 'subscribed')
    assert.deepEqual(await client.enters(community, entered.sequence + 1_000), { ...entered, type: 'reset' })
    await world.sql(`delete from realtime_messages where room = $1 and sequence <= 100`, [community])
    assert.equal((await client.enters(community, 100)).type, 'subscribed')
    assert.deepEqual(await client.enters(community, 99), { ...entered, type: 'reset' })
  })

  it('is dropped with a code when its session is revoked, its hat changed or its membership ended', async () => {
    const [a, b, c] = [await world.member('甲'), await world.member('乙'), await world.member('丙')]
    const clients = await Promise.all([a, b, c].map((person) => connect(one, person)))
    for (const [i, person] of [a, b, c].entries())
      await clients[i]?.enters(roomName('person', { personId: person.personId }))
    await world.sql(`update sessions set revoked_at = now() where person_id = $1`, [a.personId])
    await world.sql(`update sessions set acting_hat_id = gen_random_uuid() where person_id = $1`, [b.personId])
    await world.append({
      communityId: here,
      type: 'membership.ended',
      aggregateId: c.hatId,
      byPersonId: undefined,
      payload: { memberKind: 'resident', party: false, dwellingId: null, subdistrictId: 2, districtId: 1 },
    })
    await world.relay.drain()
    assert.deepEqual(await Promise.all(clients.map((client) => client.closes())), [
      closeCodes.signedOut,
      closeCodes.capacityChanged,
      closeCodes.capacityChanged,
    ])
  })

  it('enters fifty rooms and no more, and again after it left one', async () => {
    const client = await connect(one, wu)
    await client.hears(({ type }) => type === 'subscribed')
    const rows = await world.sql(`select service_request_id as id from service_requests limit 50`)
    const rooms = rows.map(({ id }) => roomName('service-request', { communityId: here, serviceRequestId: String(id) }))
    const [first = '', ...rest] = rooms
    const last = rest.pop() ?? ''
    for (const room of [first, ...rest]) assert.equal((await client.enters(room)).type, 'subscribed')
    assert.deepEqual(await client.enters(last), { type: 'refused', room: last, problem: 'rate-limited' })
    client.say({ unsubscribe: first })
    assert.equal((await client.enters(last)).type, 'subscribed')
  })

  it('is dropped when it does not read what it is sent', async () => {
    const room = roomName('community', { communityId: elsewhere })
    await world.sql(`insert into realtime_rooms values ($1, 4000)`, [room])
    await world.sql(
      `insert into realtime_messages
       select $1, n, jsonb_build_object('type', 'registrationsChanged', 'communityId', 1, 'padding', repeat('x', 8000)), now() from generate_series(1, 4000) n`,
      [room],
    )
    const client = await connect(one, stranger)
    const before = one.realtime.socketCount()
    client.socket.pause()
    client.say({ subscribe: room, since: 0 })
    const until = performance.now() + 5_000
    while (one.realtime.socketCount() === before && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20))
    assert.equal(one.realtime.socketCount(), before - 1)
    client.socket.terminate()
    await world.sql(`delete from realtime_messages where room = $1`, [room])
  })

  it('is refused what it does not speak, and stays open', async () => {
    const client = await connect(one, wu)
    client.say({ subscribe: community, more: true })
    assert.deepEqual(await client.hears(({ type }) => type === 'refused'), {
      type: 'refused',
      room: null,
      problem: 'invalid-input',
    })
    for (const room of ['community:0', 'community:01', 'community:1:2', 'nothing:1', 'person:x', '__proto__:1'])
      assert.deepEqual(await client.enters(room), { type: 'refused', room, problem: 'invalid-input' })
    assert.equal((await client.enters(community)).type, 'subscribed')
  })

  it('is closed when it sends more than a message may hold', async () => {
    const client = await connect(one, wu)
    client.say({ subscribe: 'x'.repeat(5_000) })
    assert.equal(await client.closes(), 1009)
  })
})

describe('the rooms', () => {
  it('let in who the API would let in and give everyone else its coded refusal', async () => {
    const id = await world.submit(wu, '家里的事想请主任帮忙', { visibility: 'private' })
    const district = await world.officer('districtOfficer', 1)
    const inHere = { communityId: here }
    const expected: [string, TestPerson, string][] = [
      [community, stranger, 'not-found'],
      [community, district, 'subscribed'],
      [roomName('community', { communityId: 999 }), wu, 'not-found'],
      [roomName('inbox', inHere), wu, 'not-permitted'],
      [roomName('inbox', inHere), stranger, 'not-found'],
      [roomName('inbox', inHere), sun, 'subscribed'],
      [roomName('inbox', inHere), lead, 'subscribed'],
      [roomName('registrations', inHere), sun, 'subscribed'],
      [roomName('registrations', inHere), lead, 'not-permitted'],
      [roomName('service-request', { ...inHere, serviceRequestId: id }), wu, 'subscribed'],
      [roomName('service-request', { ...inHere, serviceRequestId: id }), sun, 'subscribed'],
      [roomName('service-request', { ...inHere, serviceRequestId: id }), zhou, 'not-found'],
      [roomName('service-request', { ...inHere, serviceRequestId: id }), lead, 'not-found'],
      [roomName('service-request', { ...inHere, serviceRequestId: id }), district, 'not-found'],
      [roomName('service-request', { communityId: elsewhere, serviceRequestId: id }), stranger, 'not-found'],
      [roomName('person', { personId: wu.personId }), zhou, 'not-found'],
      [roomName('district', { districtId: 1 }), district, 'subscribed'],
      [roomName('district', { districtId: 1 }), sun, 'not-found'],
      [roomName('subdistrict', { subdistrictId: 2 }), district, 'subscribed'],
      [roomName('subdistrict', { subdistrictId: 2 }), wu, 'not-found'],
      [roomName('subdistrict', { subdistrictId: 9 }), district, 'not-found'],
    ]
    for (const [room, person, outcome] of expected) {
      const answer = await (await connect(one, person)).enters(room)
      assert.equal(answer.type === 'refused' ? answer.problem : answer.type, outcome, room)
    }
  })

  it('carry a private request to its few only: no id in the inbox, nothing in the community', async () => {
    const neighbour = await connect(one, zhou)
    const helper = await connect(one, lead)
    await neighbour.enters(community)
    await helper.enters(roomName('inbox', { communityId: here }))
    const secret = await world.submit(wu, '家里的事想请主任帮忙', { visibility: 'private' })
    const asker = await connect(other, wu)
    const thread = roomName('service-request', { communityId: here, serviceRequestId: secret })
    await world.relay.drain()
    await asker.enters(thread)
    await world.act(sun, secret, 'notes', { text: '先电话了解' })
    await world.act(sun, secret, 'answers', { text: '今天下午三点我到您家来' })
    const open = await world.submit(wu, '路灯又坏了')
    await world.relay.drain()
    await neighbour.hears((message) => message.type === 'hint' && JSON.stringify(message).includes(open))
    await helper.hears((message) => message.type === 'hint' && JSON.stringify(message).includes(open))
    await asker.hears((message) => message.type === 'hint' && message.room === thread)
    assert.ok(!JSON.stringify([...neighbour.told, ...helper.told]).includes(secret))
    assert.deepEqual(
      asker.hintsOf(thread).map(({ hint }) => hint.type === 'serviceRequestChanged' && hint.event),
      ['service_request.answered'],
    )
  })

  it('tell a person of a new notification without being asked', async () => {
    const client = await connect(other, sun)
    const id = await world.submit(wu, '路灯第三次坏了')
    await client.hears(({ type }) => type === 'subscribed')
    await world.relay.drain()
    const heard = await client.hears((message) => message.type === 'hint' && message.hint.type === 'notificationAdded')
    assert.ok(heard.type === 'hint' && heard.hint.type === 'notificationAdded')
    assert.deepEqual([heard.hint.kind, heard.hint.subjectId], ['serviceRequestSubmitted', id])
  })
})
