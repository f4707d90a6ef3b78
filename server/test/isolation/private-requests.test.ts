import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { createBystanders } from '../support/bystanders.ts'
import { createFurnishedWorld, type FurnishedWorld, type Sample, secrets } from '../support/furnished-world.ts'
import { privateSamplesOf } from '../support/private-samples.ts'
import type { TestPerson } from '../support/test-person.ts'
import { everybody, owed, sights, type Who } from './sights.ts'

const endpointOf = (name: EndpointName): AnyEndpoint => api[name]

/** Whoever may open what was not escalated does so with a reason that the asker reads: S06 has its test. */
const withAReason: readonly EndpointName[] = ['lookIntoServiceRequest']

describe('isolation: every endpoint that names a request or a photo × a private one × everybody around', () => {
  let furnished: FurnishedWorld
  let people: Record<Who, TestPerson>
  let closely: readonly string[]

  before(async () => {
    furnished = await createFurnishedWorld()
    people = { ...(await createBystanders(furnished.world)), committeeDirector: furnished.director }
    const { serviceRequestId, photoId } = furnished.closed
    closely = [secrets.privateText, secrets.privatePlace, secrets.note, serviceRequestId, photoId]
    await furnished.world.settle()
  })
  after(() => furnished.world.close())

  const named = () => Object.entries(furnished.privateSamples) as [EndpointName, Sample][]
  const tellsNothing = (what: string, raw: Buffer, known: readonly string[] = []): void => {
    for (const secret of closely.filter((one) => !known.includes(one)))
      assert.ok(!raw.toString().includes(secret), `${what} reads ${secret}`)
  }

  test('every endpoint with a request or a photo in its address has its private sample', () => {
    const wanted = (Object.keys(api) as EndpointName[]).filter((name) =>
      /:(serviceRequestId|photoId)/.test(endpointOf(name).path),
    )
    assert.ok(wanted.length > 15)
    assert.deepEqual(
      wanted.filter((name) => furnished.privateSamples[name] === undefined),
      [],
    )
    assert.ok(furnished.privateSamples.blockNeighbour, 'a body may name one, too')
  })

  for (const who of everybody)
    test(`${who}: ${sights[who].sight}`, async () => {
      const person = people[who]
      await furnished.world.writesNothing(async () => {
        for (const [name, sample] of named()) {
          const status = owed(who, endpointOf(name).permission)
          if (status === undefined || (withAReason.includes(name) && status === 404 && sights[who].sight === 'blind'))
            continue
          const answer = await person.send(name, sample as never)
          assert.equal(answer.status, status, `${who} × ${name}: ${answer.raw.toString().slice(0, 200)}`)
          tellsNothing(`${who} × ${name}`, answer.raw)
        }
      })
    })

  test('whoever does not see it finds it in no list and no notification; an officer above learns that it waits, and no word', async () => {
    const lists: EndpointName[] = [
      'listFeed',
      'listInbox',
      'listMyServiceRequests',
      'listNotifications',
      'listCommunityItems',
      'readCommunityOverview',
      'listHousehold',
    ]
    const above: EndpointName[] = [
      'readSubdistrict',
      'readDistrict',
      'listDistrictVoices',
      'listSubdistrictVoices',
      'listCommunities',
    ]
    for (const who of everybody.filter((one) => sights[one].sight !== 'sees'))
      for (const name of [...lists, ...above]) {
        const answer = await people[who].send(name, furnished.samples[name] as never)
        const waits = who === 'officerAbove' && ['listCommunityItems', 'listSubdistrictVoices'].includes(name)
        tellsNothing(`${who} × ${name}`, answer.raw, waits ? [furnished.closed.serviceRequestId] : [])
      }
  })

  test('a photo of it cannot be borrowed for a request of one’s own', async () => {
    const { samples, closed } = furnished
    for (const who of ['neighbour', 'policeOfficer', 'committeeMember'] as const)
      for (const name of ['submitServiceRequest', 'replyToServiceRequest', 'answerServiceRequest'] as const) {
        const { params, body } = samples[name]
        const answer = await people[who].send(name, {
          params,
          body: { ...(body as object), photoIds: [closed.photoId] },
        } as never)
        assert.ok([403, 422].includes(answer.status), `${who} × ${name}: ${answer.status}`)
      }
  })

  test('its few do reach it: the samples are real', async () => {
    const few = [furnished.asker, ...everybody.filter((who) => sights[who].sight === 'sees').map((who) => people[who])]
    for (const person of few)
      for (const name of ['readServiceRequest', 'readPhoto'] as const)
        assert.equal(
          (await person.send(name, furnished.privateSamples[name] as never)).status,
          200,
          `${person.name} ${name}`,
        )
    const thread = await furnished.director.send(
      'readServiceRequest',
      furnished.privateSamples.readServiceRequest as never,
    )
    for (const secret of [secrets.privateText, secrets.privatePlace, secrets.note])
      assert.ok(thread.raw.toString().includes(secret))
  })

  test('an endpoint that is added tomorrow gets its private sample from the one that it must have', () => {
    const closed = { serviceRequestId: 'closed', photoId: 'closed-photo' }
    const samples: Record<string, Sample> = {
      readLamp: { params: { communityId: 1, serviceRequestId: 'open' } },
      nameLamp: { params: { communityId: 1 }, body: { serviceRequestId: 'open', words: 'x' } },
      listLamps: { params: { communityId: 1 } },
    }
    const made = privateSamplesOf(samples, closed)
    assert.deepEqual(Object.keys(made), ['readLamp', 'nameLamp'])
    assert.equal(made.readLamp?.params?.serviceRequestId, 'closed')
    assert.deepEqual(made.nameLamp?.body, { serviceRequestId: 'closed', words: 'x' })
  })
})
