import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

let world: TestWorld
let gu: TestPerson
let lu: TestPerson
let sun: TestPerson
let zhou: TestPerson
let communityId: number
before(async () => {
  world = await createTestWorld()
  communityId = world.home.communityId
  gu = await world.member(world.home, { shownName: '92号楼 顾老伯', trueName: '顾老伯' })
  lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢阿姨' })
  sun = await world.reviewer(communityId)
  zhou = await world.inRole('propertyManager', communityId, '周经理')
})
after(() => world.close())

const asked = async (visibility: 'community' | 'private' = 'community') => {
  const body = { kind: 'matter' as const, text: '电梯的分摊表是怎么算的？', place: '36号楼', visibility }
  const { serviceRequestId } = await gu.does('submitServiceRequest', { params: { communityId }, body })
  return { communityId, serviceRequestId }
}
type Address = Awaited<ReturnType<typeof asked>>
const told = '一楼不分摊，二楼起每层多一成，表在门厅里。'
const says = async (person: TestPerson, params: Address, text = told) => {
  const { entries } = await person.does('replyToServiceRequest', { params, body: { text } })
  return entries.at(-1)?.entryId ?? ''
}
const kindsFor = async (person: TestPerson) => {
  await world.settle()
  return (await person.does('listNotifications')).items.map(({ kind }) => kind)
}

describe('卢阿姨 answers 顾老伯’s doubt', () => {
  it('her words alone stop no clock; when he accepts them they do, once and for good, and she is told', async () => {
    const params = await asked()
    const entryId = await says(lu, params)
    const before = await gu.does('readServiceRequest', { params })
    assert.deepEqual([before.state, before.clock.stoppedAt], ['submitted', null])
    assert.ok(before.may.includes('acceptReply'))
    const after = await gu.does('acceptReply', { params, body: { entryId } })
    assert.equal(after.state, 'answered')
    assert.equal(after.clock.stoppedAt, after.times.answeredAt)
    const last = after.entries.at(-1)
    assert.deepEqual([last?.kind, last?.to, last?.by?.you], ['replyAccepted', entryId, true])
    assert.ok((await kindsFor(lu)).includes('serviceRequestReplyAccepted'))
    await gu.isRefused('acceptReply', { params, body: { entryId } }, 'transition-refused')
    await sun.isRefused('endorseReply', { params, body: { entryId } }, 'transition-refused')
    await sun.does('answerServiceRequest', { params, body: { text: '卢阿姨说得对，明天我把算式贴到门厅。' } })
  })

  it('孙主任 endorses them: both are told, and the thread says whose word it was', async () => {
    const params = await asked()
    const entryId = await says(lu, params)
    const after = await sun.does('endorseReply', { params, body: { entryId } })
    assert.deepEqual([after.state, after.times.readAt === null], ['answered', false])
    assert.deepEqual([after.entries.at(-1)?.kind, after.entries.at(-1)?.by?.shownName], ['replyEndorsed', '孙主任'])
    assert.ok((await kindsFor(gu)).includes('serviceRequestReplyEndorsed'))
    assert.ok((await kindsFor(lu)).includes('serviceRequestReplyEndorsed'))
  })

  it('an empty courtesy cannot be endorsed, the asker’s own word is no neighbour’s, and an answer is no reply', async () => {
    const params = await asked()
    const courtesy = await says(lu, params, '收到')
    const refused = await sun.isRefused('endorseReply', { params, body: { entryId: courtesy } }, 'rule-refused')
    assert.equal(refused.code, 'reply-not-substantive')
    const own = await says(gu, params)
    const owns = await gu.isRefused('acceptReply', { params, body: { entryId: own } }, 'rule-refused')
    assert.equal(owns.code, 'reply-not-neighbours')
    const receipt = await sun.does('answerServiceRequest', { params, body: { text: '收到' } })
    const entryId = receipt.entries.at(-1)?.entryId ?? ''
    await gu.isRefused('acceptReply', { params, body: { entryId } }, 'not-found')
    const elsewhere = await says(lu, await asked())
    await gu.isRefused('acceptReply', { params, body: { entryId: elsewhere } }, 'not-found')
  })

  it('only the asker accepts, and only whoever has it in hand endorses', async () => {
    const params = await asked()
    const entryId = await says(lu, params)
    await lu.isRefused('acceptReply', { params, body: { entryId } }, 'not-permitted')
    await gu.isRefused('endorseReply', { params, body: { entryId } }, 'not-permitted')
    await zhou.isRefused('endorseReply', { params, body: { entryId } }, 'not-permitted')
    await sun.isRefused('acceptReply', { params, body: { entryId } }, 'not-permitted')
  })

  it('of two who take it at once one does, and the clock stops once', async () => {
    const params = await asked()
    const entryId = await says(lu, params)
    const sent = await Promise.allSettled([
      gu.does('acceptReply', { params, body: { entryId } }),
      sun.does('endorseReply', { params, body: { entryId } }),
    ])
    assert.deepEqual(sent.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const { entries } = await gu.does('readServiceRequest', { params })
    assert.equal(entries.filter(({ kind }) => kind === 'replyAccepted' || kind === 'replyEndorsed').length, 1)
  })

  it('taken back it is over; in a private one no neighbour speaks; whom he does not read he cannot accept', async () => {
    const params = await asked()
    const entryId = await says(lu, params)
    const closed = await asked('private')
    await lu.isRefused('replyToServiceRequest', { params: closed, body: { text: told } }, 'not-found')
    await lu.isRefused('acceptReply', { params: closed, body: { entryId } }, 'not-found')
    const hers = await lu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '凉亭的藤该修了。', place: '凉亭' },
    })
    const { blockId } = await gu.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: hers.serviceRequestId },
    })
    await gu.isRefused('acceptReply', { params, body: { entryId } }, 'not-found')
    await gu.does('unblockNeighbour', { params: { blockId } })
    await gu.does('withdrawServiceRequest', { params, body: {} })
    await gu.isRefused('acceptReply', { params, body: { entryId } }, 'transition-refused')
    await sun.isRefused('endorseReply', { params, body: { entryId } }, 'transition-refused')
  })

  it('after a reopening the doubt is a new one, and an answer to it can be taken again', async () => {
    const params = await asked()
    const entryId = await says(lu, params)
    await gu.does('acceptReply', { params, body: { entryId } })
    await sun.does('resolveServiceRequest', { params, body: { result: '算式贴在门厅了，每层多一成。' } })
    await gu.does('reopenServiceRequest', { params, body: { reason: '三楼的数对不上。' } })
    const again = await says(lu, params, '三楼的数是旧表，新表在居委会门口。')
    const after = await gu.does('acceptReply', { params, body: { entryId: again } })
    assert.equal(after.state, 'answered')
  })
})
