import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createRelay } from '../jobs/relay.ts'

const words = '92号楼地下室的水管一直在滴水，地上都是水。'
const reason = '水管归物业维修，请您去看看。'

describe('handing over is an offer', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let sun: TestPerson
  let zhou: TestPerson
  let luo: TestPerson

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
    zhou = await world.inRole('propertyManager', communityId, '周师傅')
    luo = await world.inRole('familyDoctor', communityId, '罗医生')
  })
  after(() => world.close())

  const ask = async (visibility: 'community' | 'private' = 'community') => {
    const body = { kind: 'complaint' as const, text: words, place: '92号楼', visibility }
    const { serviceRequestId } = await wu.does('submitServiceRequest', { params: { communityId }, body })
    return { communityId, serviceRequestId }
  }
  type Params = Awaited<ReturnType<typeof ask>>
  const offer = (params: Params, toRole: 'propertyManager' | 'familyDoctor' = 'propertyManager') =>
    sun.does('handOverServiceRequest', { params, body: { toRole, reason } })
  const offered = async (visibility?: 'private') => {
    const params = await ask(visibility)
    await offer(params)
    return params
  }
  const told = async (person: TestPerson, kind: string, { serviceRequestId }: Params) => {
    await createRelay(world.services).drain()
    const { items } = await person.does('listNotifications', {})
    return items.filter((item) => item.kind === kind && item.subjectId === serviceRequestId).length
  }
  const inInbox = async (person: TestPerson, { serviceRequestId }: Params) => {
    const { items } = await person.does('listInbox', { params: { communityId } })
    return items.find((row) => row.serviceRequestId === serviceRequestId)
  }
  const lastKind = async (params: Params) =>
    (await wu.does('readServiceRequest', { params })).entries.findLast(() => true)?.kind

  test('until 周师傅 accepts, everybody reads that it waits for the property, and 孙主任 stays responsible', async () => {
    const params = await offered()
    const seen = await wu.does('readServiceRequest', { params })
    assert.deepEqual([seen.responsibleRole, seen.offer?.toRole], ['committeeDirector', 'propertyManager'])
    assert.equal((await inInbox(sun, params))?.offer?.toRole, 'propertyManager')
    assert.equal((await inInbox(zhou, params))?.responsibleRole, 'committeeDirector')
    const may = (await zhou.does('readServiceRequest', { params })).may
    assert.deepEqual(may, ['reply', 'note', 'acceptHandOver', 'returnHandOver'])
    assert.equal(await told(zhou, 'serviceRequestOffered', params), 1)

    const { clock } = await zhou.does('acceptHandOver', { params, body: {} })
    assert.deepEqual(clock, seen.clock)
    const taken = await wu.does('readServiceRequest', { params })
    assert.deepEqual([taken.responsibleRole, taken.offer], ['propertyManager', null])
    assert.equal(await told(wu, 'serviceRequestHandedOver', params), 1)
    assert.equal(await told(sun, 'serviceRequestHandedOver', params), 1)
    await zhou.isRefused('acceptHandOver', { params, body: {} }, 'rule-refused')
  })

  test('declined with a reason it is 孙主任’s as before, and she is told; nobody else declines it', async () => {
    const params = await offered()
    const body = { reason: '这根管子是自来水公司的，我们不能动。' }
    await luo.isRefused('returnHandOver', { params, body }, 'not-permitted')
    await luo.isRefused('acceptHandOver', { params, body: {} }, 'not-permitted')
    await zhou.isRefused('returnHandOver', { params, body: { reason: '收到' } }, 'rule-refused')
    await zhou.does('returnHandOver', { params, body })
    const seen = await wu.does('readServiceRequest', { params })
    assert.deepEqual([seen.responsibleRole, seen.offer], ['committeeDirector', null])
    assert.deepEqual(seen.entries.findLast(() => true)?.text, body.reason)
    assert.equal(await told(sun, 'serviceRequestHandOverReturned', params), 1)
    assert.equal(await inInbox(zhou, params), undefined)
  })

  test('taken back by 孙主任, to offer it to somebody else', async () => {
    const params = await offered()
    const again = { params, body: { toRole: 'familyDoctor' as const, reason } }
    const { code } = await sun.isRefused('handOverServiceRequest', again, 'rule-refused')
    assert.equal(code, 'offer-open')
    await sun.does('returnHandOver', { params, body: { reason: '弄错了，该请罗医生看。' } })
    assert.equal(await told(zhou, 'serviceRequestHandOverReturned', params), 1)
    await offer(params, 'familyDoctor')
    await zhou.isRefused('acceptHandOver', { params, body: {} }, 'not-permitted')
    await luo.does('acceptHandOver', { params, body: {} })
  })

  test('a private one is open to 周师傅 while it is offered, and not after he declined it', async () => {
    const params = await ask('private')
    await zhou.isRefused('acceptHandOver', { params, body: {} }, 'not-found')
    await offer(params)
    assert.equal((await zhou.does('readServiceRequest', { params })).text, words)
    await zhou.does('returnHandOver', { params, body: { reason: '家里的事我们进不去门。' } })
    await zhou.isRefused('readServiceRequest', { params }, 'not-found')
  })

  test('nobody takes it in four hours: it goes back by itself, and 孙主任 is told', async () => {
    const params = await offered()
    world.clock.advance({ minutes: 239 })
    await createJobs(world.services).runNow()
    assert.equal(await lastKind(params), 'handOver')
    world.clock.advance({ minutes: 1 })
    await zhou.isRefused('acceptHandOver', { params, body: {} }, 'rule-refused')
    await createJobs(world.services).runNow()
    const seen = await wu.does('readServiceRequest', { params })
    assert.deepEqual([seen.offer, seen.entries.findLast(() => true)?.by], [null, null])
    assert.equal(await lastKind(params), 'handOverReturned')
    assert.equal(await told(sun, 'serviceRequestHandOverReturned', params), 1)
  })

  test('accepted, declined, answered and offered anew at once: what came through stands in the thread, each once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const params = await offered()
      const [accepted, declined, answered, anew] = await Promise.all([
        zhou.send('acceptHandOver', { params, body: {} }),
        zhou.send('returnHandOver', { params, body: { reason: '这根管子是自来水公司的。' } }),
        sun.send('answerServiceRequest', { params, body: { text: '明天上午九点来修水管，先把总阀关小。' } }),
        sun.send('handOverServiceRequest', { params, body: { toRole: 'familyDoctor', reason } }),
      ])
      for (const { status } of [accepted, declined, anew]) assert.ok([200, 403, 422].includes(status), `${status}`)
      assert.ok(accepted.status === 200 || declined.status === 200)
      assert.equal(answered.status, 200)
      const seen = await wu.does('readServiceRequest', { params })
      const kinds = seen.entries.map(({ kind }) => kind)
      const times = (kind: string) => kinds.filter((one) => one === kind).length
      const cameThrough = ({ status }: { status: number }) => (status === 200 ? 1 : 0)
      assert.equal(times('handOverAccepted'), cameThrough(accepted))
      assert.equal(times('handOverReturned'), cameThrough(declined))
      assert.equal(times('handOver'), 1 + cameThrough(anew))
      assert.equal(seen.responsibleRole, accepted.status === 200 ? 'propertyManager' : 'committeeDirector')
      const isOpen = kinds.findLast((kind) => kind.startsWith('handOver')) === 'handOver'
      assert.equal(seen.offer?.toRole, isOpen ? 'familyDoctor' : undefined)
      assert.ok(seen.clock.stoppedAt)
    }
  })
})
