import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createJobs } from '../../src/jobs/jobs.ts'
import { membershipOf } from '../support/bystanders.ts'
import { plainPhoto } from '../support/furnished-world.ts'
import type { TestPerson } from '../support/test-person.ts'
import { createTestWorld, inventIdNumber, type TestWorld } from '../support/test-world.ts'

/** A race is lost by luck: each is run this often, the two sides setting off a little apart each time. */
const rounds = 8

const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).toSorted()
const apart = (round: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, round * 2))

describe('two at the same moment', () => {
  let world: TestWorld
  let communityId: number
  let sun: TestPerson
  let guo: TestPerson
  let wu: TestPerson
  let neighbours = 0

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    wu = await world.member()
  })
  after(() => world.close())

  const count = async (sql: string, values: unknown[]): Promise<number> =>
    (await world.services.db.one<{ count: number }>(`select count(*)::int as count from ${sql}`, values)).count
  const newNames = () => {
    neighbours += 1
    const given = '一二三四五六七八九十'
    const name = `${given[Math.floor(neighbours / 10)]}${given[neighbours % 10]}`
    return { trueName: `蒋${name}`, shownName: `92号楼 蒋${name}` }
  }
  const newNeighbour = () => world.member(world.home, newNames())
  const applies = async () => {
    const person = await world.visitor('an applicant')
    return person.does('register', {
      params: { code: world.home.code },
      body: await world.claim(world.home, newNames()),
    })
  }
  const words = { kind: 'help' as const, text: '楼道的灯不亮了，请来看看。', place: '三楼' }
  const says = (person: TestPerson, more: { photoIds?: string[] } = {}) =>
    person.send('submitServiceRequest', { params: { communityId }, body: { ...words, ...more } })
  const asked = async () => ({ communityId, serviceRequestId: (await says(wu)).reply.serviceRequestId })
  const upload = async (person: TestPerson) =>
    (
      await person.does(
        'uploadPhoto',
        { params: { communityId } },
        { binary: { type: 'image/jpeg', bytes: await plainPhoto() } },
      )
    ).photoId

  test('approve and refuse: one decision stands, with one fact, and a membership exactly when it was approved', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { registrationId } = await applies()
      const params = { communityId, registrationId }
      const [approved, ...others] = await Promise.all([
        sun.send('approveRegistration', { params, body: {} }),
        apart(round % 3).then(() => guo.send('refuseRegistration', { params, body: { reason: '请带合同再来一次。' } })),
        guo.send('approveExactMatches', { params: { communityId }, body: { registrationIds: [registrationId] } }),
      ])
      const [refused, exact] = others
      assert.deepEqual(statuses([approved, refused]), [200, 409])
      assert.deepEqual(exact.reply.approved, [], 'it is no exact match')
      const stands = approved.status === 200 ? 1 : 0
      assert.equal(await count(`memberships where registration_id = $1`, [registrationId]), stands)
      assert.equal(
        await count(`events where aggregate_id = $1 and type in ('registration.approved', 'registration.refused')`, [
          registrationId,
        ]),
        1,
      )
    }
  })

  test('two scans with one document: both are told the same, one person has it, the other cannot be approved; two people of one dwelling are both kept', async () => {
    const { trueName, shownName } = newNames()
    const claim = await world.claim(world.home, { trueName, shownName })
    for (let round = 0; round < rounds; round += 1) {
      const [one, other] = [await world.visitor('a phone'), await world.visitor('another phone')]
      const body = { ...claim, documentNumber: inventIdNumber() }
      const params = { code: world.home.code }
      const both = await Promise.all([one.send('register', { params, body }), other.send('register', { params, body })])
      assert.deepEqual(statuses(both), [200, 200])
      const approved = []
      for (const { reply } of both) {
        const review = { params: { communityId, registrationId: reply.registrationId } }
        approved.push(await sun.send('approveRegistration', { ...review, body: {} }))
      }
      assert.deepEqual(statuses(approved), [200, 422])
      assert.equal(approved.find(({ status }) => status === 422)?.problem.code, 'document-taken')
      const [husband, wife] = [await world.visitor('husband'), await world.visitor('wife')]
      const family = await Promise.all(
        [husband, wife].map((person) =>
          person.send('register', { params, body: { ...claim, documentNumber: inventIdNumber() } }),
        ),
      )
      assert.deepEqual(statuses(family), [200, 200])
    }
  })

  test('suspended while posting: every acknowledged word stands once, and none is taken after the suspension was told', async () => {
    const li = await newNeighbour()
    const membershipId = await membershipOf(li)
    const params = { communityId, membershipId }
    for (let round = 0; round < rounds; round += 1) {
      const before = await count(`service_requests where by_membership_id = $1`, [membershipId])
      const [suspended, ...posts] = await Promise.all([
        apart(round).then(() =>
          sun.send('suspendMembership', { params, body: { reason: '租期到了，请来一趟。', lastDayOn: '2027-01-31' } }),
        ),
        ...Array.from({ length: 10 }, () => says(li)),
      ])
      assert.equal(suspended.status, 200)
      assert.ok(
        posts.every(({ status }) => status === 200 || status === 403),
        statuses(posts).join(),
      )
      const taken = posts.filter(({ status }) => status === 200).length
      assert.equal(await count(`service_requests where by_membership_id = $1`, [membershipId]), before + taken)
      assert.equal((await says(li)).status, 403)
      await sun.does('resumeMembership', { params, body: {} })
    }
  })

  test('erased while posting: every acknowledged word stands under no name, and no identity is left', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const gao = await newNeighbour()
      const membershipId = await membershipOf(gao)
      await gao.does('leaveCommunity', { params: { membershipId }, body: {} })
      const photos = [await upload(gao), await upload(gao)]
      world.clock.advance({ days: 7 })
      const jobs = createJobs(world.services)
      const [, ...posts] = await Promise.all([
        apart(round).then(() => jobs.runNow()),
        ...Array.from({ length: 6 }, () => says(gao)),
        ...photos.map((photoId) => says(gao, { photoIds: [photoId] })),
      ])
      assert.ok(
        posts.every(({ status }) => [200, 401, 404, 422].includes(status)),
        statuses(posts).join(),
      )
      const taken = posts.filter(({ status }) => status === 200)
      assert.equal(await count(`service_requests where by_membership_id = $1`, [membershipId]), taken.length)
      // what was being written to just then is erased by the next sweep
      await jobs.runNow()
      const late = await says(gao)
      assert.ok([401, 404].includes(late.status), `${late.status} ${JSON.stringify(late.problem)}`)
      const { name, personId } = await world.services.db.one<{ name: string; personId: string }>(
        `select shown_name as name, person_id as "personId" from memberships where membership_id = $1`,
        [membershipId],
      )
      assert.equal(name, '搬走的邻居')
      // where a request was taken the phone alone is kept, for its result
      const kept = await world.services.vault.ownIdentity(world.services.db, personId)
      assert.equal(kept?.identity ?? null, null)
      if (taken.length === 0) assert.equal(kept, null)
      for (const { reply } of taken) {
        const seen = await sun.does('readServiceRequest', {
          params: { communityId, serviceRequestId: reply.serviceRequestId },
        })
        assert.equal(seen.by.shownName, '搬走的邻居')
      }
    }
  })

  test('handed over while answered: both stand in the thread, in some order; the clock stops once', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const params = await asked()
      const both = await Promise.all([
        sun.send('answerServiceRequest', { params, body: { text: '明天上午九点电工来换，换好告诉您。' } }),
        apart(round % 3).then(() =>
          guo.send('handOverServiceRequest', {
            params,
            body: { toRole: 'propertyManager', reason: '请物业去换灯，换完告诉她。' },
          }),
        ),
      ])
      assert.deepEqual(statuses(both), [200, 200])
      const thread = await wu.does('readServiceRequest', { params })
      assert.deepEqual(thread.entries.map(({ kind }) => kind).toSorted(), ['answer', 'handOver'])
      assert.equal(thread.state, 'answered')
      assert.equal(thread.responsibleRole, 'committeeDirector')
      assert.equal(thread.offer?.toRole, 'propertyManager')
      assert.equal(thread.entryCount, 2)
      assert.equal(
        await count(
          `events where aggregate_id = $1 and type = 'service_request.answered' and (payload->>'first')::boolean`,
          [params.serviceRequestId],
        ),
        1,
      )
    }
  })

  test('resolved while withdrawn, confirmed while reopened: one of the two stands', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const params = await asked()
      const ends = await Promise.all([
        sun.send('resolveServiceRequest', { params, body: { result: '灯泡已经换好，今晚亮了。' } }),
        apart(round % 3).then(() => wu.send('withdrawServiceRequest', { params, body: {} })),
      ])
      assert.deepEqual(statuses(ends), [200, 409])
      if (ends[0].status !== 200) continue
      const last = await Promise.all([
        wu.send('confirmServiceRequest', { params, body: {} }),
        wu.send('reopenServiceRequest', { params, body: { reason: '今晚又暗了。' } }),
      ])
      assert.deepEqual(statuses(last), [200, 409])
    }
  })

  test('one photo put under two requests and a reply: it belongs to one of them', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const photoId = await upload(wu)
      const params = await asked()
      const before = await count(`service_requests`, [])
      const three = await Promise.all([
        says(wu, { photoIds: [photoId] }),
        says(wu, { photoIds: [photoId] }),
        wu.send('replyToServiceRequest', { params, body: { text: '照片在这里。', photoIds: [photoId] } }),
      ])
      assert.deepEqual(statuses(three), [200, 422, 422])
      assert.equal(await count(`photos where photo_id = $1 and service_request_id is not null`, [photoId]), 1)
      const filed = three.slice(0, 2).filter(({ status }) => status === 200).length
      assert.equal(await count(`service_requests`, []), before + filed, 'what was refused left nothing')
    }
  })

  test('a code revoked while somebody registers: they are in or told, and afterwards nobody is', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const issued = await sun.does('issueQrCode', {
        params: { communityId, compoundId: world.home.compoundId },
        body: {},
      })
      const code = new URL(issued.url ?? '').pathname.split('/').at(-1) ?? ''
      const guests = await Promise.all([1, 2, 3].map(() => world.visitor('a guest')))
      const claims = await Promise.all(guests.map(() => world.claim(world.home, newNames())))
      const before = await count(`registrations`, [])
      const [revoked, ...answers] = await Promise.all([
        apart(round).then(() =>
          sun.send('revokeQrCode', { params: { communityId, qrCodeId: issued.qrCodeId }, body: {} }),
        ),
        ...guests.map((guest, i) => guest.send('register', { params: { code }, body: claims[i] as never })),
      ])
      assert.equal(revoked.status, 200)
      assert.ok(
        answers.every(({ status }) => status === 200 || status === 410),
        statuses(answers).join(),
      )
      assert.equal(await count(`registrations`, []), before + answers.filter(({ status }) => status === 200).length)
      const late = await world.visitor('too late')
      await late.isRefused(
        'register',
        { params: { code }, body: await world.claim(world.home, newNames()) },
        'code-revoked',
      )
    }
  })
})
