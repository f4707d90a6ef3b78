import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { type RoomKindName, realtimePath, roomKinds, ServerMessage } from '@shequtong/contract/realtime'
import { WebSocket } from 'ws'
import { apiRoot } from '../../src/http/mount.ts'
import { createFurnishedWorld, type FurnishedWorld } from '../support/furnished-world.ts'
import type { TestPerson } from '../support/test-person.ts'

const kinds = Object.keys(roomKinds) as RoomKindName[]

describe('isolation: every room of the realtime door × everybody who does not belong', () => {
  let furnished: FurnishedWorld
  let url: string
  let people: Record<string, TestPerson>
  let address: Record<string, string>

  before(async () => {
    furnished = await createFurnishedWorld({ realtime: true })
    const { world, asker, samples } = furnished
    const [home, sameSubdistrict, elsewhere] = world.compounds
    assert.ok(home && sameSubdistrict && elsewhere)
    await world.app.listen({ host: '127.0.0.1', port: 0 })
    url = `ws://127.0.0.1:${(world.app.server.address() as AddressInfo).port}${apiRoot}${realtimePath}`
    const suspended = await world.member(home, { shownName: '92号楼 停女士', trueName: '停小停' })
    await world.services.db.run(`update memberships set state = 'suspended' where shown_name = '92号楼 停女士'`)
    people = {
      applicant: await world.visitor('an applicant'),
      neighbourElsewhere: await world.member(sameSubdistrict, { shownName: '92号楼 远先生', trueName: '远小亲' }),
      suspendedMember: suspended,
      cadreElsewhere: await world.inRole('committeeSecretary', sameSubdistrict.communityId, '别处书记'),
      officerElsewhere: await world.inRole('subdistrictOfficer', elsewhere.subdistrictId, '别处干事'),
    }
    const { personId } = await world.services.db.one<{ personId: string }>(
      `select person_id as "personId" from memberships where shown_name <> '92号楼 停女士' and community_id = $1 limit 1`,
      [home.communityId],
    )
    address = {
      communityId: String(home.communityId),
      serviceRequestId: String(samples.readServiceRequest.params?.serviceRequestId),
      personId,
      districtId: String(home.districtId),
      subdistrictId: String(home.subdistrictId),
    }
    assert.ok(asker.cookie)
  })
  after(() => furnished.world.close())

  const roomOf = (kind: RoomKindName): string =>
    [kind, ...roomKinds[kind].address.map((part) => address[part])].join(':')

  /** What the door says to each room that this person asks for. */
  const asks = async (person: TestPerson): Promise<Map<string, ServerMessage>> => {
    const socket = new WebSocket(url, { headers: { cookie: person.cookie ?? '' } })
    const said: ServerMessage[] = []
    socket.on('message', (data) => said.push(ServerMessage.parse(JSON.parse(String(data)))))
    await once(socket, 'open')
    const answers = new Map<string, ServerMessage>()
    for (const kind of kinds) {
      const room = roomOf(kind)
      socket.send(JSON.stringify({ subscribe: room }))
      const until = Date.now() + 3_000
      let answer: ServerMessage | undefined
      while (answer === undefined && Date.now() < until) {
        answer = said.find((message) => 'room' in message && message.room === room)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      assert.ok(answer, `${person.name} × ${room}: no answer`)
      answers.set(kind, answer)
    }
    socket.terminate()
    return answers
  }

  test('a stranger does not get past the upgrade', async () => {
    const socket = new WebSocket(url)
    socket.on('error', () => undefined)
    const [, response] = await once(socket, 'unexpected-response')
    assert.equal(response.statusCode, 401)
    socket.terminate()
  })

  test('everybody else is refused every room of 宝山九村, but for what a suspended member may still read', async () => {
    for (const [who, person] of Object.entries(people)) {
      const answers = await asks(person)
      for (const [kind, answer] of answers) {
        const readable = who === 'suspendedMember' && ['community', 'service-request'].includes(kind)
        assert.equal(answer.type === 'refused', !readable, `${who} × ${kind}: ${JSON.stringify(answer)}`)
      }
    }
  })

  test('the committee does get in: the rooms are real', async () => {
    const answers = await asks(furnished.director)
    for (const kind of ['community', 'service-request', 'inbox', 'registrations'])
      assert.notEqual(answers.get(kind)?.type, 'refused', kind)
  })
})
