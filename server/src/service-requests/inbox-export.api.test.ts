import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('an inbox as a file', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let sun: TestPerson
  let guo: TestPerson
  let zhou: TestPerson
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member()
    sun = await world.reviewer(communityId)
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    zhou = await world.inRole('propertyManager', communityId, '周经理')
  })
  after(() => world.close())

  const here = () => ({ params: { communityId } })
  const say = (text: string, more: object = {}) =>
    wu.does('submitServiceRequest', { ...here(), body: { kind: 'matter', text, place: '92号楼', ...more } })
  const takeOut = (who: TestPerson, body: object = {}) =>
    who.does('exportInbox', { ...here(), body: { format: 'csv', ...body } })

  test('holds what the inbox of whoever takes it shows, page upon page, in its order', async () => {
    for (let n = 0; n < 23; n += 1) {
      await say(`第${n}件事，灯不亮。`)
      world.clock.advance({ minutes: 1 })
    }
    const secret = await say('家里的事请别说出去。', { visibility: 'private' })
    const shown: string[] = []
    let cursor: string | undefined
    do {
      const page = await guo.does('listInbox', { ...here(), query: cursor === undefined ? {} : { cursor } })
      shown.push(...page.items.map(({ serviceRequestId }) => serviceRequestId))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    const { rows, isCut, by } = await takeOut(guo)
    assert.deepEqual(
      rows.map(({ serviceRequestId }) => serviceRequestId),
      shown,
    )
    assert.deepEqual([rows.length, isCut, by], [24, false, '郭书记'])
    const others = (await takeOut(zhou)).rows
    assert.ok(others.every(({ serviceRequestId }) => serviceRequestId !== secret.serviceRequestId))
  })

  test('a part is taken as it is looked at; every file has its line in the log, which those who lead read', async () => {
    await say('北门的摄像头坏了。', { kind: 'complaint' })
    const part = await takeOut(sun, { q: '摄像头', kind: 'complaint', show: 'waiting', format: 'xlsx' })
    assert.equal(part.rows.length, 1)
    const { items } = await guo.does('listInboxExports', here())
    const [line] = items
    assert.deepEqual(line, {
      inboxExportId: part.inboxExportId,
      exportedAt: part.exportedAt,
      by: line?.by,
      role: 'committeeDirector',
      format: 'xlsx',
      show: 'waiting',
      kind: 'complaint',
      byWords: true,
      rowCount: 1,
    })
    assert.ok(!JSON.stringify(items).includes('摄像头'), 'the words may name somebody')
    await zhou.isRefused('listInboxExports', here(), 'not-permitted')
    await wu.isRefused('exportInbox', { ...here(), body: { format: 'csv' } }, 'not-permitted')
  })

  test('a repeated request takes nothing twice; the log pages by keyset', async () => {
    const before = (await guo.does('listInboxExports', here())).items.length
    const options = { key: '0190b0d0-0000-7000-8000-0000000000aa' }
    const body = { format: 'csv' as const }
    const first = await sun.send('exportInbox', { ...here(), body }, options)
    const again = await sun.send('exportInbox', { ...here(), body }, options)
    assert.deepEqual([first.status, again.status, again.problem.type], [200, 409, '/problems/done-already'])
    assert.equal((await guo.does('listInboxExports', here())).items.length, before + 1)
    for (let n = 0; n < 20; n += 1) await takeOut(sun)
    const page = await guo.does('listInboxExports', here())
    assert.ok(page.nextCursor !== null)
    const rest = await guo.does('listInboxExports', { ...here(), query: { cursor: page.nextCursor } })
    assert.equal(page.items.length + rest.items.length, before + 21)
  })
})
