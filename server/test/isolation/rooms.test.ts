import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type RoomKindName, roomKinds } from '@shequtong/contract/realtime'
import { Client, startServer, type TestServer } from '../../src/realtime/test-client.ts'
import { createBystanders } from '../support/bystanders.ts'
import { createFurnishedWorld, type FurnishedWorld } from '../support/furnished-world.ts'
import type { TestPerson } from '../support/test-person.ts'
import { type Meets, type RoomTable, roomsFor } from './samples.ts'
import { sights } from './sights.ts'

const kinds = Object.keys(roomKinds) as RoomKindName[]

const nothing: RoomTable = {
  community: 'not-found',
  'service-request': 'not-found',
  inbox: 'not-found',
  registrations: 'not-found',
  person: 'not-found',
  district: 'not-found',
  subdistrict: 'not-found',
}
const member: RoomTable = {
  ...nothing,
  community: 'in',
  'service-request': 'in',
  inbox: 'not-permitted',
  registrations: 'not-permitted',
}

/** What each meets at the rooms of 宝山九村, its thread being one that all neighbours read. */
const rooms = {
  applicant: nothing,
  neighbour: member,
  suspendedMember: member,
  policeOfficer: { ...member, inbox: 'in' },
  committeeMember: { ...member, inbox: 'in', registrations: 'in' },
  committeeDirector: { ...member, inbox: 'in', registrations: 'in' },
  officerAbove: { ...member, subdistrict: 'in' },
  neighbourElsewhere: nothing,
  cadreElsewhere: nothing,
  officerElsewhere: nothing,
} as const satisfies Readonly<Record<string, RoomTable>>
type Who = keyof typeof rooms
const everybody = Object.keys(rooms) as Who[]

/** Who is let into the room of a private thread; everybody else is told that there is nothing. */
const inPrivateThread = (who: Who): Meets => (sights[who].sight === 'sees' ? 'in' : 'not-found')

describe('isolation: every room of the realtime door × everybody around', () => {
  let furnished: FurnishedWorld
  let server: TestServer
  let people: Record<Who, TestPerson>
  let address: Record<string, string>

  before(async () => {
    furnished = await createFurnishedWorld()
    const { world, samples } = furnished
    server = await startServer({ services: world.services, settings: world.services.settings })
    people = { ...(await createBystanders(world)), committeeDirector: furnished.director }
    const { personId } = await world.services.db.one<{ personId: string }>(
      `select m.person_id as "personId" from service_requests r
       join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
       where r.service_request_id = $1`,
      [furnished.closed.serviceRequestId],
    )
    address = {
      communityId: String(world.home.communityId),
      serviceRequestId: String(samples.readServiceRequest.params?.serviceRequestId),
      personId,
      districtId: String(world.home.districtId),
      subdistrictId: String(world.home.subdistrictId),
    }
  })
  after(async () => {
    await server.close()
    await furnished.world.close()
  })

  const meets = async (person: TestPerson, wanted: readonly string[]): Promise<Meets[]> => {
    const client = await new Client(server, undefined, { cookie: person.cookie ?? '' }).open()
    const found: Meets[] = []
    for (const room of wanted) {
      const answer = await client.enters(room)
      found.push(answer.type === 'refused' ? (answer.problem as Meets) : 'in')
    }
    client.leave()
    return found
  }

  test('every kind of room has an address here; one that is added without its ids is told by its name', () => {
    const here = roomsFor(address)
    assert.deepEqual(
      kinds.filter((kind) => here[kind] === undefined),
      [],
    )
    const tomorrow = { ...roomKinds, lamp: { address: ['communityId', 'lampId'] } }
    const found = roomsFor(address, tomorrow)
    assert.deepEqual(
      Object.keys(found).filter((kind) => found[kind as never] === undefined),
      ['lamp'],
    )
  })

  test('a stranger does not get past the upgrade', async () => {
    assert.equal(await new Client(server, undefined).refusedWith(), 401)
  })

  for (const who of everybody)
    test(`${who} is let in where the table says so, and nowhere else`, async () => {
      const here = roomsFor(address)
      const found = await meets(
        people[who],
        kinds.map((kind) => here[kind] ?? ''),
      )
      assert.deepEqual(Object.fromEntries(kinds.map((kind, i) => [kind, found[i]])), rooms[who])
    })

  test('the room of a private thread is not there for anybody but its few', async () => {
    const { serviceRequestId } = furnished.closed
    const room = roomsFor({ ...address, serviceRequestId })['service-request'] ?? ''
    for (const who of everybody)
      assert.deepEqual(await meets(people[who], [room]), [inPrivateThread(who)], `${who} × ${room}`)
    assert.deepEqual(await meets(furnished.asker, [room]), ['in'])
  })
})
