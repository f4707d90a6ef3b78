import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { api, type EndpointName } from '@shequtong/contract/api'
import { type AnyEndpoint, keepsOf } from '@shequtong/contract/endpoint'
import { createFurnishedWorld, type FurnishedWorld } from '../support/furnished-world.ts'
import type { TestPerson } from '../support/test-person.ts'

const writes = (Object.keys(api) as EndpointName[]).filter((name) => {
  const endpoint: AnyEndpoint = api[name]
  return keepsOf(endpoint) !== 'nothing' && endpoint.permission !== 'public'
})

describe('a key belongs to one request', () => {
  let furnished: FurnishedWorld
  let district: TestPerson
  before(async () => {
    furnished = await createFurnishedWorld()
    district = await furnished.world.inRole('districtOfficer', furnished.world.home.districtId, '杜科长')
  })
  after(() => furnished.world.close())

  const askersOwn = [
    'serviceRequest.submit',
    'serviceRequest.ownVoice',
    'serviceRequest.reply',
    'feed.visit',
    'signedIn',
  ]

  test('every write refuses a key that was used for another request, before it does anything', async () => {
    const { asker, director, samples } = furnished
    for (const name of writes) {
      const endpoint: AnyEndpoint = api[name]
      const outside = !endpoint.path.startsWith('/communities/')
      const person =
        endpoint.permission === 'command.view' || (outside && !['wearHat', 'revokeSession', 'signOut'].includes(name))
          ? district
          : askersOwn.includes(endpoint.permission)
            ? asker
            : director
      const key = randomUUID()
      // signing out would end the session under test; marking as read is harmless and takes the key
      await person.does(
        name === 'markNotificationsRead' ? 'wearHat' : 'markNotificationsRead',
        name === 'markNotificationsRead'
          ? { body: { hatId: (await person.does('readMe')).hats[0]?.hatId ?? '' } }
          : { body: {} },
        { key },
      )
      const sample = samples[name]
      const answer = await person.send(name, sample as never, {
        key,
        ...(sample.binary === undefined ? {} : { binary: sample.binary }),
      })
      assert.equal(
        answer.problem?.type,
        '/problems/idempotency-conflict',
        `${name}: ${answer.status} ${answer.raw.toString().slice(0, 200)}`,
      )
    }
  })

  test('the same request with the same key gives the same answer again', async () => {
    const key = randomUUID()
    const given = {
      params: { communityId: furnished.world.home.communityId },
      body: { kind: 'help' as const, text: '小门的锁坏了，关不上。', place: '小门' },
    }
    const first = await furnished.asker.does('submitServiceRequest', given, { key })
    furnished.world.clock.advance({ minutes: 10 })
    assert.deepEqual(await furnished.asker.does('submitServiceRequest', given, { key }), first)
  })
})
