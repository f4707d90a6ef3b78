import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { plainPhoto } from '../../test/support/furnished-world.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

const lamps = '92号楼北侧步道的三盏灯都不亮。晚上七点多带孩子回来，一路是黑的，台阶也看不见。'
const answerText = '吴女士，我和物业周师傅刚去看过，是接线盒进水，明天上午换。今晚您先走90号楼那边，灯是亮的。'
const resultText = '三盏都换了，接线盒加了防水罩。晚上您再看一眼。'

describe('one request to its result (S06, S25)', () => {
  let world: TestWorld
  let wu: TestPerson
  let lu: TestPerson
  let sun: TestPerson
  let guo: TestPerson
  let communityId: number

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
  })
  after(() => world.close())

  const ask = (person: TestPerson, more: object = {}) =>
    person.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'help', text: lamps, place: '92号楼北侧步道', ...more },
    })
  const at = (serviceRequestId: string) => ({ communityId, serviceRequestId })

  test('吴女士 says the lamps are dark; 孙主任 reads, answers and states the result; she confirms', async () => {
    const asked = await ask(wu)
    assert.equal(asked.state, 'submitted')
    assert.equal(Date.parse(asked.clock.deadlineAt) - Date.parse(asked.times.submittedAt), 24 * 3_600_000)
    const params = at(asked.serviceRequestId)

    world.clock.advance({ minutes: 3 })
    const heard = await sun.does('markServiceRequestRead', { params, body: {} })
    assert.equal(heard.state, 'read')
    world.clock.advance({ minutes: 9 })
    const answered = await sun.does('answerServiceRequest', { params, body: { text: answerText } })
    assert.equal(answered.state, 'answered')
    assert.equal(Date.parse(answered.times.answeredAt ?? '') - Date.parse(asked.times.submittedAt), 12 * 60_000)

    await lu.does('replyToServiceRequest', { params, body: { text: '我家一楼的院灯今晚整夜开着，从我门口走也亮堂。' } })
    world.clock.advance({ hours: 15 })
    await guo.does('resolveServiceRequest', { params, body: { result: resultText } })
    world.clock.advance({ hours: 1 })
    const confirmed = await wu.does('confirmServiceRequest', { params, body: {} })
    assert.equal(confirmed.state, 'confirmed')
    assert.deepEqual(
      confirmed.entries.map((entry) => [entry.kind, entry.by?.shownName, entry.by?.role]),
      [
        ['answer', '孙主任', 'committeeDirector'],
        ['reply', '92号楼 卢阿姨', null],
        ['result', '郭书记', 'committeeSecretary'],
        ['confirmation', '92号楼 吴女士', null],
      ],
    )
    assert.ok(
      confirmed.times.readAt && confirmed.times.answeredAt && confirmed.times.resolvedAt && confirmed.times.endedAt,
    )
  })

  test('郭书记 writes 收到: it is kept, and the clock runs on', async () => {
    const params = at((await ask(wu)).serviceRequestId)
    const kept = await guo.does('answerServiceRequest', { params, body: { text: '收到' } })
    assert.equal(kept.state, 'read')
    assert.equal(kept.clock.stoppedAt, null)
    assert.deepEqual(
      kept.entries.map((entry) => entry.kind),
      ['receipt'],
    )
    world.clock.advance({ hours: 25 })
    const inbox = await guo.does('listInbox', { params: { communityId } })
    assert.equal(inbox.items[0]?.serviceRequestId, params.serviceRequestId, 'overdue stands first')
    assert.ok(inbox.overdue >= 1)
    await guo.does('answerServiceRequest', { params, body: { text: answerText } })
  })

  test('孙主任 asks back: the clock stands still until 吴女士 speaks, and the deadline moves by that time', async () => {
    const asked = await ask(wu)
    const params = at(asked.serviceRequestId)
    world.clock.advance({ hours: 1 })
    const paused = await sun.does('askBackServiceRequest', {
      params,
      body: { text: '您说的是靠河边的三盏，还是靠马路的？' },
    })
    assert.ok(paused.clock.pausedAt)
    world.clock.advance({ hours: 5 })
    const running = await wu.does('replyToServiceRequest', { params, body: { text: '靠河边的。' } })
    assert.equal(running.clock.pausedAt, null)
    assert.equal(Date.parse(running.clock.deadlineAt) - Date.parse(asked.clock.deadlineAt), 5 * 3_600_000)
  })

  test('a result that says nothing, or only what is planned, is refused, and so is one beyond our power without an onward owner', async () => {
    const params = at((await ask(wu)).serviceRequestId)
    for (const result of ['好的，收到', '已安排维修，明天上午师傅来修']) {
      const said = await sun.isRefused('resolveServiceRequest', { params, body: { result } }, 'rule-refused')
      assert.equal(said.code, 'result-not-stated', result)
    }
    const owner = await sun.isRefused(
      'resolveServiceRequest',
      { params, body: { result: '路灯归市政管，我们报上去了。', outcome: 'beyondOurPower' } },
      'rule-refused',
    )
    assert.equal(owner.code, 'onward-owner-missing')
    const thread = await wu.does('readServiceRequest', { params })
    assert.equal(thread.entryCount, 0, 'a refusal writes nothing')
  })

  test('吴女士 is not content: she reopens, a new clock starts, and the first three times stay', async () => {
    const params = at((await ask(wu)).serviceRequestId)
    world.clock.advance({ minutes: 20 })
    const resolved = await sun.does('resolveServiceRequest', { params, body: { result: resultText } })
    world.clock.advance({ hours: 3 })
    const reopened = await wu.does('reopenServiceRequest', { params, body: { reason: '还有一盏没亮。' } })
    assert.equal(reopened.state, 'reopened')
    assert.equal(reopened.times.answeredAt, resolved.times.answeredAt)
    assert.equal(reopened.times.resolvedAt, null)
    assert.equal(reopened.clock.stoppedAt, null)
    assert.equal(reopened.reopenedCount, 1)
  })

  test('a photo that somebody else took goes with no reopening and no question, and nothing is written', async () => {
    const params = at((await ask(wu)).serviceRequestId)
    const bytes = await plainPhoto()
    const { photoId } = await lu.does(
      'uploadPhoto',
      { params: { communityId } },
      { binary: { type: 'image/jpeg', bytes } },
    )
    const question = { params, body: { text: '是照片上的哪一盏？', photoIds: [photoId] } }
    await sun.isRefused('askBackServiceRequest', question, 'invalid-input')
    await sun.does('resolveServiceRequest', { params, body: { result: resultText } })
    const still = { params, body: { reason: '还有一盏没亮。', photoIds: [photoId] } }
    await wu.isRefused('reopenServiceRequest', still, 'invalid-input')
    const thread = await wu.does('readServiceRequest', { params })
    assert.deepEqual([thread.state, thread.entries.map(({ kind }) => kind)], ['resolved', ['result']])
  })

  test('a neighbour cannot confirm for 吴女士, and she cannot answer for the committee', async () => {
    const params = at((await ask(wu)).serviceRequestId)
    await sun.does('resolveServiceRequest', { params, body: { result: resultText } })
    await lu.isRefused('confirmServiceRequest', { params, body: {} }, 'not-permitted')
    await wu.isRefused('answerServiceRequest', { params, body: { text: answerText } }, 'not-permitted')
    const again = await sun.isRefused(
      'resolveServiceRequest',
      { params, body: { result: resultText } },
      'transition-refused',
    )
    assert.equal(again.from, 'resolved')
    assert.deepEqual(again.allowed, ['reply', 'support', 'note', 'confirm', 'reopen', 'lapse'])
  })

  test('seven silent days end it as unconfirmed, never as confirmed', async () => {
    const { lapseSilent } = await import('./commands/lapse.ts')
    const { transaction } = await import('../platform/database/db.ts')
    const params = at((await ask(wu)).serviceRequestId)
    await sun.does('resolveServiceRequest', { params, body: { result: resultText } })
    const sweep = () =>
      transaction(world.services.pool, (tx) => lapseSilent(tx, world.services.territory, world.clock.now()))
    world.clock.advance({ days: 7 })
    await sweep()
    assert.equal((await wu.does('readServiceRequest', { params })).state, 'resolved')
    world.clock.advance({ days: 1 })
    await sweep()
    const ended = await wu.does('readServiceRequest', { params })
    assert.equal(ended.state, 'unconfirmed')
    assert.equal(ended.entries.at(-1)?.kind, 'lapse')
    await wu.isRefused('confirmServiceRequest', { params, body: {} }, 'transition-refused')
  })

  test('a private request is seen by the asker and the committee alone, and internal notes by those who answer', async () => {
    const asked = await ask(wu, { visibility: 'private', text: '孩子四点放学没人接，我六点才下班，想问问有没有办法。' })
    const params = at(asked.serviceRequestId)
    const property = await world.inRole('propertyManager', communityId, '周经理')
    await lu.isRefused('readServiceRequest', { params }, 'not-found')
    await property.isRefused('readServiceRequest', { params }, 'not-found')
    await sun.does('noteServiceRequest', { params, body: { text: '先电话问问学校有没有晚托。' } })
    assert.equal((await sun.does('readServiceRequest', { params })).entries.length, 1)
    assert.equal((await wu.does('readServiceRequest', { params })).entries.length, 0)
    const feed = await lu.does('listFeed', { params: { communityId } })
    assert.ok(feed.items.every((item) => item.type === 'post' || item.serviceRequestId !== asked.serviceRequestId))
  })

  test('吴女士 objects after the result: seven days count from her word, not from the result', async () => {
    const { lapseSilent } = await import('./commands/lapse.ts')
    const { transaction } = await import('../platform/database/db.ts')
    const params = at((await ask(wu)).serviceRequestId)
    await sun.does('resolveServiceRequest', { params, body: { result: resultText } })
    world.clock.advance({ days: 6 })
    await wu.does('replyToServiceRequest', { params, body: { text: '没有好，昨晚还是黑的。' } })
    const sweep = () =>
      transaction(world.services.pool, (tx) => lapseSilent(tx, world.services.territory, world.clock.now()))
    world.clock.advance({ days: 3 })
    await sweep()
    assert.equal((await wu.does('readServiceRequest', { params })).state, 'resolved')
    world.clock.advance({ days: 6 })
    await sweep()
    assert.equal((await wu.does('readServiceRequest', { params })).state, 'unconfirmed')
  })

  test('a request is assigned to a colleague, who finds it in the inbox; a private one only to who may read it', async () => {
    const open = at((await ask(wu)).serviceRequestId)
    const closed = at(
      (await ask(wu, { visibility: 'private', text: '家里的事，只想让居委知道，请帮忙问问学校。' })).serviceRequestId,
    )
    const li = await world.inRole('buildingLead', communityId, '李组长')
    const { grants } = await sun.does('listRoleGrants', { params: { communityId } })
    const lead = grants.find((one) => one.role === 'buildingLead')
    assert.ok(lead)
    const body = { roleGrantId: lead.roleGrantId }
    await sun.isRefused('assignServiceRequest', { params: closed, body }, 'invalid-input')
    assert.equal((await sun.does('assignServiceRequest', { params: open, body })).assignee, '李组长')
    const inbox = await li.does('listInbox', { params: { communityId } })
    assert.deepEqual(
      inbox.items.map((row) => row.serviceRequestId),
      [open.serviceRequestId],
    )
    assert.equal(inbox.waiting, 1)
  })

  test('秦干事 opens a private request with a reason: she reads it once, and 吴女士 reads in the thread who looked and why', async () => {
    const asked = await ask(wu, { visibility: 'private', text: '楼上夜里打孩子，我不敢自己去敲门。' })
    const params = at(asked.serviceRequestId)
    const qin = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '秦干事')
    await sun.does('noteServiceRequest', { params, body: { text: '先问派出所。' } })
    await qin.isRefused('readServiceRequest', { params }, 'not-found')
    await qin.isRefused('lookIntoServiceRequest', { params, body: { reason: '看' } }, 'invalid-input')
    const reason = '妇联来问这户人家，核对一下原话。'
    const seen = await qin.does('lookIntoServiceRequest', { params, body: { reason } })
    assert.equal(seen.text, asked.text)
    assert.ok(
      seen.entries.every((entry) => entry.kind !== 'note'),
      'internal notes stay inside',
    )
    await qin.isRefused('readServiceRequest', { params }, 'not-found')
    const line = (await wu.does('readServiceRequest', { params })).entries.at(-1)
    assert.deepEqual([line?.kind, line?.by?.shownName, line?.text], ['lookedInto', '秦干事', reason])
  })

  test('fifty presses with one key are one request', async () => {
    const key = randomUUID()
    const given = {
      params: { communityId },
      body: { kind: 'complaint' as const, text: '垃圾房周末没人清运。', place: '垃圾房' },
    }
    const answers = await Promise.all(Array.from({ length: 50 }, () => wu.send('submitServiceRequest', given, { key })))
    assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200])
    assert.equal(new Set(answers.map((answer) => answer.reply.serviceRequestId)).size, 1)
    const { count } = await world.services.db.one<{ count: number }>(
      `select count(*)::int as count from service_requests where community_id = $1 and place = '垃圾房'`,
      [communityId],
    )
    assert.equal(count, 1)
    await wu.isRefused(
      'submitServiceRequest',
      { ...given, body: { ...given.body, place: '别处' } },
      'idempotency-conflict',
      { key },
    )
  })

  test('孙主任 and 郭书记 answer at the same moment: both words are kept, the clock stops once', async () => {
    const params = at((await ask(wu)).serviceRequestId)
    world.clock.advance({ minutes: 5 })
    await Promise.all([
      sun.does('answerServiceRequest', { params, body: { text: answerText } }),
      guo.does('answerServiceRequest', { params, body: { text: '我明早八点过去看，带上电工。' } }),
    ])
    const thread = await wu.does('readServiceRequest', { params })
    assert.deepEqual(
      thread.entries.map((entry) => entry.kind),
      ['answer', 'answer'],
    )
    const { stops } = await world.services.db.one<{ stops: number }>(
      `select count(*)::int as stops from events where aggregate_id = $1 and type = 'service_request.answered' and (payload->>'first')::boolean`,
      [params.serviceRequestId],
    )
    assert.equal(stops, 1)
  })

  test('a phone number in public words is refused with its place, and nothing is written', async () => {
    const text = '灯坏了，请打我电话 138 0000 6612，我带你们去看。'
    await world.writesNothing(async () => {
      const problem = await wu.isRefused(
        'submitServiceRequest',
        { params: { communityId }, body: { kind: 'help', text, place: '92号楼' } },
        'invalid-input',
      )
      assert.equal(problem.errors?.[0]?.pointer, '/text')
      assert.equal(problem.errors?.[0]?.code, 'personal-data-in-text')
    })
  })

  test('a beyond-our-power result names who has it in hand now', async () => {
    const params = at((await ask(wu)).serviceRequestId)
    const thread = await sun.does('resolveServiceRequest', {
      params,
      body: {
        result: '这条路归市政管，已经报修，工单在他们那里。',
        outcome: 'beyondOurPower',
        onwardOwner: '区市政养护中心',
      },
    })
    assert.equal(thread.onwardOwner, '区市政养护中心')
  })

  test('handed over to the property manager, it stands in their inbox and the clock runs on', async () => {
    const asked = await ask(wu)
    const params = at(asked.serviceRequestId)
    const zhou = await world.inRole('propertyManager', communityId, '周师傅')
    await sun.does('handOverServiceRequest', {
      params,
      body: { toRole: 'propertyManager', reason: '请物业去换灯，换完告诉吴女士。' },
    })
    const inbox = await zhou.does('listInbox', { params: { communityId } })
    assert.deepEqual(
      inbox.items.map((row) => row.serviceRequestId),
      [params.serviceRequestId],
    )
    await zhou.does('acceptHandOver', { params, body: {} })
    const thread = await zhou.does('resolveServiceRequest', { params, body: { result: resultText } })
    assert.equal(thread.clock.deadlineAt, asked.clock.deadlineAt)
  })

  test('a local rule in working days wins over the 24 hours, counted Monday to Friday where no calendar is announced', async () => {
    await world.ownerPool.query(
      `insert into response_rules (response_rule_id, community_id, kind, answer_within_working_days, source)
       values (1, $1, 'suggestion', 1, 'a rule of this test')`,
      [communityId],
    )
    const suggest = () =>
      wu.does('submitServiceRequest', {
        params: { communityId },
        body: { kind: 'suggestion', text: '小门晚一点锁吧。', place: '小门' },
      })
    const before = world.clock.now()
    world.clock.set(new Date('2027-02-12T10:00:00+08:00'))
    const beyond = await suggest()
    assert.equal(
      beyond.clock.deadlineAt,
      new Date('2027-02-15T10:00:00+08:00').toISOString(),
      'no calendar for 2027 yet: Friday plus one is Monday',
    )
    world.clock.set(before)
    const asked = await suggest()
    const left = Date.parse(asked.clock.deadlineAt) - before.getTime()
    assert.ok(left >= 24 * 3_600_000, 'one working day is never less than a day')
    await world.ownerPool.query('delete from response_rules')
  })

  test('the feed pages by keyset without a gap or a double', async () => {
    const seen = new Set<string>()
    let cursor: string | undefined
    let pages = 0
    do {
      const page = await lu.does('listFeed', { params: { communityId }, query: cursor === undefined ? {} : { cursor } })
      for (const item of page.items) {
        const id = item.type === 'post' ? item.postId : item.serviceRequestId
        assert.ok(!seen.has(id))
        seen.add(id)
      }
      cursor = page.nextCursor ?? undefined
      pages += 1
    } while (cursor !== undefined)
    const { count } = await world.services.db.one<{ count: number }>(
      `select count(*)::int as count from service_requests where community_id = $1 and visibility = 'community' and state <> 'withdrawn'`,
      [communityId],
    )
    assert.equal(seen.size, count)
    assert.ok(pages >= 1)
  })

  test('a place is a building and a staircase of it, never one of another building or of nowhere', async () => {
    const { buildings } = await wu.does('listCommunityBuildings', { params: { communityId } })
    const [here, there] = buildings.filter(({ staircases }) => staircases.length > 0)
    const [buildingId, staircaseId] = [here?.buildingId ?? '', here?.staircases[0]?.staircaseId ?? '']
    const asked = await ask(wu, { buildingId, staircaseId, place: '92号楼 1 单元' })
    assert.equal(asked.place, '92号楼 1 单元')
    for (const wrong of [
      { buildingId, staircaseId: there?.staircases[0]?.staircaseId ?? '' },
      { buildingId: null, staircaseId },
      { buildingId, staircaseId: randomUUID() },
    ]) {
      const refused = await wu.isRefused(
        'submitServiceRequest',
        { params: { communityId }, body: { kind: 'help', text: lamps, place: '92号楼', ...wrong } },
        'invalid-input',
      )
      const [error] = refused.errors ?? []
      assert.deepEqual([error?.pointer, error?.code], ['/staircaseId', 'staircase-unknown'])
    }
  })
})
