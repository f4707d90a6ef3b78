import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plainPhoto } from '../../test/support/furnished-world.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'
import { transaction } from '../platform/database/db.ts'
import { grantRole } from '../roles/grant.ts'

const lampText = '三楼的灯不亮了，晚上看不见台阶。'

describe('a neighbour leaves: seven days to regret it, then what is theirs is erased', () => {
  let world: TestWorld
  let sun: TestPerson
  let communityId: number

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
  })
  after(() => world.close())

  const jobs = () => createJobs(world.services)
  const hatOf = async (person: TestPerson): Promise<string> => (await person.does('readMe')).hats[0]?.hatId ?? ''
  const personOf = async (membershipId: string): Promise<string> =>
    (
      await world.services.db.one<{ personId: string }>(
        `select person_id as "personId" from memberships where membership_id = $1`,
        [membershipId],
      )
    ).personId
  const says = async (person: TestPerson, text: string) => {
    const { photoId } = await person.does(
      'uploadPhoto',
      { params: { communityId } },
      { binary: { type: 'image/jpeg', bytes: await plainPhoto() } },
    )
    return person.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text, place: '92号楼', photoIds: [photoId] },
    })
  }
  const answered = async (serviceRequestId: string) => {
    const params = { communityId, serviceRequestId }
    await sun.does('resolveServiceRequest', { params, body: { result: '今天上午换了新灯，请您看一看。' } })
    return params
  }

  test('陆先生 leaves, thinks better of it, and stays as he was', async () => {
    const lu = await world.member(world.home, { shownName: '92号楼 陆先生', trueName: '陆小明' })
    const params = { membershipId: await hatOf(lu) }
    const before = await lu.does('readLeaving', { params })
    assert.equal(before.erasesIdentity, true)
    assert.equal(before.leavesAt, null)
    assert.equal((await lu.isRefused('stayInCommunity', { params, body: {} }, 'rule-refused')).code, 'not-leaving')
    const left = await lu.does('leaveCommunity', { params, body: {} })
    assert.equal(left.leavesAt, new Date(world.clock.now().getTime() + 7 * 86_400_000).toISOString())
    assert.equal((await lu.isRefused('leaveCommunity', { params, body: {} }, 'rule-refused')).code, 'already-leaving')
    world.clock.advance({ days: 6 })
    await jobs().runNow()
    assert.equal((await lu.does('stayInCommunity', { params, body: {} })).leavesAt, null)
    world.clock.advance({ days: 2 })
    assert.equal((await jobs().runNow())['end-memberships'], 0)
    assert.equal((await lu.does('readMe')).hats.length, 1)
  })

  test('a building lead hands over first', async () => {
    const lu = await world.member(world.home, { shownName: '92号楼 乔阿姨', trueName: '乔小英' })
    const membershipId = await hatOf(lu)
    const personId = await personOf(membershipId)
    const grantId = await transaction(world.services.pool, (tx) =>
      grantRole(
        tx,
        { personId, role: 'buildingLead', territoryId: communityId, shownName: '乔组长', grantedBy: undefined },
        world.clock.now(),
      ),
    )
    assert.equal(
      (await lu.isRefused('leaveCommunity', { params: { membershipId }, body: {} }, 'rule-refused')).code,
      'role-held',
    )
    assert.deepEqual((await lu.does('readLeaving', { params: { membershipId } })).rolesHeld, [
      { role: 'buildingLead', shownName: '乔组长' },
    ])
    await sun.does('endRoleGrant', { params: { roleGrantId: grantId }, body: { reason: 'resigned' } })
    await lu.does('leaveCommunity', { params: { membershipId }, body: {} })
  })

  test('after seven days the words stay under another name; name, document, dwelling and photos are gone', async () => {
    const wu = await world.member(world.home, { shownName: '92号楼 吴阿婆', trueName: '吴小妹' })
    const membershipId = await hatOf(wu)
    const personId = await personOf(membershipId)
    const done = await says(wu, lampText)
    await wu.does('confirmServiceRequest', { params: await answered(done.serviceRequestId), body: {} })
    await wu.does('leaveCommunity', { params: { membershipId }, body: {} })
    await world.settle()
    const counted = async () =>
      Number(
        (
          await world.services.db.one<{ count: string }>(
            `select coalesce(sum(count), 0) as count from rollup_totals where level = 'community' and territory_id = $1 and metric like 'members%'`,
            [communityId],
          )
        ).count,
      )
    const before = await counted()
    world.clock.advance({ days: 7 })
    await jobs().runNow()
    await world.settle()
    assert.equal(await counted(), before - 2, '吴阿婆 and 乔阿姨 are no longer counted')
    const seen = await sun.does('readServiceRequest', {
      params: { communityId, serviceRequestId: done.serviceRequestId },
    })
    assert.equal(seen.by.shownName, '搬走的邻居')
    assert.equal(seen.text, lampText)
    assert.deepEqual(seen.photos, [])
    assert.equal(await world.services.vault.ownIdentity(world.services.db, personId), null)
    const left = await world.services.db.one<{ words: string }>(
      `select m::text || r::text as words from memberships m join registrations r using (community_id, registration_id) where m.membership_id = $1`,
      [membershipId],
    )
    assert.ok(!left.words.includes('吴阿婆') && !left.words.includes('92号楼'))
    await wu.isRefused('readLeaving', { params: { membershipId } }, 'unauthenticated')
    assert.equal(
      (await sun.does('listMembers', { params: { communityId } })).items.some(
        (one) => one.membershipId === membershipId,
      ),
      false,
    )
  })

  test('what is open goes on: the phone alone is kept, the result goes there, then it is erased too', async () => {
    const phone = world.newPhone()
    const jin = await world.visitor('金阿姨', phone)
    const registration = await jin.does('register', {
      params: { code: world.home.code },
      body: await world.claim(world.home, { shownName: '92号楼 金阿姨', trueName: '金小花' }),
    })
    await sun.does('approveRegistration', {
      params: { communityId, registrationId: registration.registrationId },
      body: {},
    })
    await jin.does('wearHat', { body: { hatId: await hatOf(jin) } })
    const membershipId = await hatOf(jin)
    const personId = await personOf(membershipId)
    const open = await says(jin, '水管漏水，楼下也湿了。')
    assert.equal((await jin.does('readLeaving', { params: { membershipId } })).openRequestCount, 1)
    await jin.does('leaveCommunity', { params: { membershipId }, body: {} })
    world.clock.advance({ days: 7 })
    await jobs().runNow()
    const kept = await world.services.vault.ownIdentity(world.services.db, personId)
    assert.equal(kept?.identity, null)
    assert.equal(kept?.phone, `+86${phone}`)
    const seen = await sun.does('readServiceRequest', {
      params: { communityId, serviceRequestId: open.serviceRequestId },
    })
    assert.equal(seen.photos.length, 1, 'whoever mends the pipe still sees it')

    await answered(open.serviceRequestId)
    await world.settle()
    await jobs().runNow()
    assert.equal((await world.lastSms(phone))?.template, 'requestResolved')
    assert.ok(!JSON.stringify(await world.lastSms(phone)).includes('水管'))
    world.clock.advance({ days: 9 })
    await jobs().runNow()
    world.clock.advance({ days: 2 })
    await jobs().runNow()
    assert.equal(await world.services.vault.ownIdentity(world.services.db, personId), null)
  })

  test('moving house: who is still a member elsewhere keeps the identity', async () => {
    const [, elsewhere] = world.compounds
    assert.ok(elsewhere)
    const shen = await world.member(world.home, { shownName: '92号楼 沈先生', trueName: '沈小东' })
    const membershipId = await hatOf(shen)
    const personId = await personOf(membershipId)
    const own = await world.services.vault.ownIdentity(world.services.db, personId)
    await shen.does('register', {
      params: { code: elsewhere.code },
      body: {
        ...(await world.claim(elsewhere, { shownName: '92号楼 沈先生', trueName: '沈小东' })),
        documentNumber: own?.identity?.documentNumber ?? '',
      },
    })
    assert.equal((await shen.does('readLeaving', { params: { membershipId } })).erasesIdentity, false)
    await shen.does('leaveCommunity', { params: { membershipId }, body: {} })
    world.clock.advance({ days: 8 })
    await jobs().runNow()
    assert.equal((await world.services.vault.ownIdentity(world.services.db, personId))?.identity?.trueName, '沈小东')
    assert.deepEqual((await shen.does('readMe')).hats, [])
  })
})
