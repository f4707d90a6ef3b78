import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { lookIntoMinutes } from '@shequtong/domain/service-requests/participants'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { noisyJpeg } from './test-photos.ts'

describe('an officer who states a reason to open a private request', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let qin: TestPerson
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    qin = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '秦干事')
  })
  after(() => world.close())

  const photoBy = async (person: TestPerson): Promise<string> => {
    const binary = { type: 'image/jpeg', bytes: await noisyJpeg(40, 30) }
    return (await person.does('uploadPhoto', { params: { communityId } }, { binary })).photoId
  }
  const reading = (photoId: string) => ({ params: { communityId, photoId, size: 'full' as const } })
  const asked = async () => {
    const photoId = await photoBy(wu)
    const { serviceRequestId } = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: {
        kind: 'help',
        visibility: 'private',
        text: '楼上夜里很吵，我不敢去敲门。',
        place: '92号楼',
        photoIds: [photoId],
      },
    })
    return { photoId, params: { communityId, serviceRequestId } }
  }

  test('sees its photos while the look is valid, not before and not after, and no browser keeps them', async () => {
    const { photoId, params } = await asked()
    await qin.isRefused('readPhoto', reading(photoId), 'not-found')
    await qin.does('lookIntoServiceRequest', { params, body: { reason: '街道核对这件事的原话。' } })
    const seen = await qin.send('readPhoto', reading(photoId))
    assert.equal(seen.status, 200)
    assert.equal(seen.headers['cache-control'], 'private, no-store')
    world.clock.advance({ minutes: lookIntoMinutes })
    await qin.isRefused('readPhoto', reading(photoId), 'not-found')
  })

  test('opens them to no colleague, and to no other request', async () => {
    const [one, other] = [await asked(), await asked()]
    await qin.does('lookIntoServiceRequest', { params: one.params, body: { reason: '街道核对这件事的原话。' } })
    const colleague = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '杜科长')
    await colleague.isRefused('readPhoto', reading(one.photoId), 'not-found')
    await qin.isRefused('readPhoto', reading(other.photoId), 'not-found')
    await qin.does('readPhoto', reading(one.photoId))
  })

  test('sees nothing any more once it was taken back', async () => {
    const { photoId, params } = await asked()
    await qin.does('lookIntoServiceRequest', { params, body: { reason: '街道核对这件事的原话。' } })
    await wu.does('withdrawServiceRequest', { params, body: {} })
    await qin.isRefused('readPhoto', reading(photoId), 'not-found')
  })
})
