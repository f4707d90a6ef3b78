import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  listCommunities,
  listCommunityItems,
  listDistrictVoices,
  listSubdistrictVoices,
  readCommunityOverview,
  readDistrict,
  readSubdistrict,
} from '@shequtong/contract/command-center'
import { createTestWorld, elsewhere, here, type TestPerson, type TestWorld } from '../jobs/test-world.ts'

let world: TestWorld
let wu: TestPerson
let zhou: TestPerson
let sun: TestPerson
let districtOfficer: TestPerson
let subdistrictOfficer: TestPerson
before(async () => {
  world = await createTestWorld()
  wu = await world.member('吴女士')
  zhou = await world.member('周先生')
  sun = await world.cadre('committeeDirector', '孙主任')
  districtOfficer = await world.officer('districtOfficer', 1)
  subdistrictOfficer = await world.officer('subdistrictOfficer', 2)
})
after(() => world.close())

const read = async (person: TestPerson | undefined, path: string) => {
  await world.relay.drain()
  return world.call(person, 'GET', path)
}

describe('the command center', () => {
  it('follows one request from waiting to overdue, in hand, awaiting confirmation, and out', async () => {
    const backlog = async () =>
      readDistrict.reply.parse((await read(districtOfficer, '/districts/1/overview')).body).backlog
    const id = await world.submit(wu, '路灯坏了三天')
    assert.deepEqual(await backlog(), { waiting: 1, overdue: 0, inHand: 0, awaitingConfirmation: 0 })
    world.clock.advance({ hours: 24 })
    assert.equal((await backlog()).overdue, 0)
    world.clock.advance({ minutes: 1 })
    assert.deepEqual(await backlog(), { waiting: 1, overdue: 1, inHand: 0, awaitingConfirmation: 0 })
    await world.act(sun, id, 'answers', { text: '明天上午电工来换灯泡' })
    assert.deepEqual(await backlog(), { waiting: 0, overdue: 0, inHand: 1, awaitingConfirmation: 0 })
    await world.act(sun, id, 'resolve', { result: '灯泡已经换好，今晚亮了' })
    assert.deepEqual(await backlog(), { waiting: 0, overdue: 0, inHand: 0, awaitingConfirmation: 1 })
    await world.act(wu, id, 'confirm')
    const overview = readDistrict.reply.parse((await read(districtOfficer, '/districts/1/overview')).body)
    assert.deepEqual(overview.backlog, { waiting: 0, overdue: 0, inHand: 0, awaitingConfirmation: 0 })
    assert.deepEqual(overview.counted.heard.at(-1), { uptoMinutes: null, count: 1 })
    assert.deepEqual(overview.counted.resolved[1], { uptoMinutes: 4_320, count: 1 })
    assert.equal(overview.figures.find(({ kind }) => kind === 'communities')?.value, 2)
    assert.equal(overview.figures.find(({ kind }) => kind === 'interactions')?.value, 2)
    assert.equal(overview.hours.length, 24)
    assert.equal(overview.hours.at(-1)?.answered, 1)
  })

  it('opens the subdistrict with its communities in administrative order, and one of them', async () => {
    await world.submit(wu, '花坛里有人倒垃圾')
    const { body } = await read(subdistrictOfficer, '/subdistricts/2/overview')
    const { communities, backlog, oldestWaitingSince } = readSubdistrict.reply.parse(body)
    assert.deepEqual(
      communities.map(({ name, backlog: { waiting } }) => [name, waiting]),
      [
        ['宝山九村', 1],
        ['宝山十村', 0],
      ],
    )
    assert.equal(backlog.waiting, 1)
    assert.equal(oldestWaitingSince, world.clock.now().toISOString())
    const one = await read(subdistrictOfficer, `/communities/${here}/overview`)
    assert.deepEqual(readCommunityOverview.reply.parse(one.body).subAreas, ['南块'])
  })

  it('shows officers of a private item that it waits and no word of it, until it is escalated to them', async () => {
    const id = await world.submit(wu, '家里的事想请主任帮忙', { visibility: 'private', place: '3楼' })
    const items = async (officer: TestPerson) => {
      const { body } = await read(officer, `/communities/${here}/open-items`)
      const row = listCommunityItems.reply.parse(body).items.find(({ serviceRequestId }) => serviceRequestId === id)
      assert.ok(row)
      return [row.restricted, row.title, row.place, row.by]
    }
    const hidden = [true, '', '', '']
    const shown = [false, '家里的事想请主任帮忙', '3楼', '吴女士']
    assert.deepEqual(await items(subdistrictOfficer), hidden)
    await world.act(sun, id, 'escalate', { toLevel: 'subdistrict', reason: '需要街道一起想办法解决' })
    assert.deepEqual(await items(subdistrictOfficer), shown)
    assert.deepEqual(await items(districtOfficer), hidden)
    const { body } = await read(districtOfficer, '/districts/1/voices')
    assert.ok(!JSON.stringify(body).includes('家里的事'))
  })

  it('lets a reopened item wait from its reopening, not from its first day', async () => {
    const id = await world.submit(wu, '门禁读卡器又失灵了')
    await world.act(sun, id, 'resolve', { result: '读卡器当场已经修好了' })
    world.clock.advance({ hours: 5 })
    await world.act(wu, id, 'reopen', { reason: '又不灵了' })
    const reopenedAt = world.clock.now().toISOString()
    world.clock.advance({ hours: 1 })
    const { body } = await read(districtOfficer, '/districts/1/voices')
    const row = listDistrictVoices.reply.parse(body).oldestWaiting.find((one) => one.serviceRequestId === id)
    assert.equal(row?.waitingSince, reopenedAt)
    await world.act(wu, id, 'withdraw')
  })

  it('lets the newest public voices be read across communities, without what was withdrawn', async () => {
    world.clock.advance({ minutes: 1 })
    const taken = await world.submit(zhou, '这句话我想收回来')
    world.clock.advance({ minutes: 1 })
    const neighbour = await world.member('郑阿姨', elsewhere)
    await world.submit(neighbour, '十村的健身器材松了', {}, elsewhere)
    const voices = async () =>
      listDistrictVoices.reply.parse((await read(districtOfficer, '/districts/1/voices')).body).latest
    assert.deepEqual(
      (await voices()).slice(0, 2).map(({ text, communityName }) => [text, communityName]),
      [
        ['十村的健身器材松了', '宝山十村'],
        ['这句话我想收回来', '宝山九村'],
      ],
    )
    await world.act(zhou, taken, 'withdraw')
    assert.ok(!(await voices()).some(({ serviceRequestId }) => serviceRequestId === taken))
  })

  it('counts today since midnight, and of what only the committee reads tells the number alone', async () => {
    world.clock.advance({ days: 1 })
    const hidden = await world.submit(wu, '只想让居委知道的一件事', { visibility: 'private' })
    const open = await world.submit(wu, '楼下的长椅又坏了')
    for (const [officer, path, reply] of [
      [districtOfficer, '/districts/1/voices', listDistrictVoices.reply],
      [subdistrictOfficer, '/subdistricts/2/voices', listSubdistrictVoices.reply],
    ] as const) {
      const { body } = await read(officer, path)
      const { today, latest, oldestWaiting } = reply.parse(body)
      assert.deepEqual(today, { submitted: 2, privately: 1 })
      assert.equal(latest[0]?.serviceRequestId, open)
      assert.ok(!JSON.stringify(body).includes('只想让居委知道'))
      assert.ok(!latest.some(({ serviceRequestId }) => serviceRequestId === hidden))
      const waits = oldestWaiting.map(({ waitingSince }) => waitingSince)
      assert.deepEqual(waits, waits.toSorted())
      assert.ok(oldestWaiting.some(({ serviceRequestId, restricted }) => serviceRequestId === hidden && restricted))
    }
  })

  it('keeps the last voices of a quiet subdistrict when a loud one speaks without end', async () => {
    await world.sql(
      `insert into recent_voices (community_id, service_request_id, district_id, subdistrict_id, submitted_at)
       select 900, gen_random_uuid(), 1, 900, $1::timestamptz + n * interval '1 second' from generate_series(1, 200) n`,
      [world.clock.now()],
    )
    await world.submit(wu, '安静的街道里也有一句话')
    const { body } = await read(subdistrictOfficer, '/subdistricts/2/voices')
    assert.equal(listSubdistrictVoices.reply.parse(body).latest[0]?.text, '安静的街道里也有一句话')
    const [{ loud } = {}] = await world.sql(
      `select count(*)::int as loud from recent_voices where subdistrict_id = 900`,
    )
    assert.equal(loud, 50)
    await world.sql(`delete from recent_voices where subdistrict_id = 900`)
  })

  it('keeps figures in memory no longer than they are true, whichever statement changed them, for nobody else', async () => {
    const id = await world.submit(wu, '信报箱的门关不上')
    const waiting = async (officer: TestPerson, path: string) => (await read(officer, path)).body.backlog?.waiting
    const paths = ['/districts/1/overview', '/subdistricts/2/overview', `/communities/${here}/overview`]
    for (const path of paths) {
      const before = await waiting(districtOfficer, path)
      assert.ok(before > 0)
      await world.sql(`update open_items set stopped_at = waiting_since where service_request_id = $1`, [id])
      assert.equal(await waiting(districtOfficer, path), before - 1, path)
      await world.sql(`update open_items set stopped_at = null where service_request_id = $1`, [id])
      assert.equal(await waiting(districtOfficer, path), before, path)
      assert.equal((await read(wu, path)).status, path.startsWith('/communities') ? 403 : 404)
    }
    await world.sql(`update subdistricts set name = '改名街道' where subdistrict_id = 2`)
    assert.equal((await read(subdistrictOfficer, '/subdistricts/2/overview')).body.name, '改名街道')
    await world.act(wu, id, 'withdraw')
  })

  it('turns the pages of a community’s open items, each item once, in the order of their urgency', async () => {
    const ids: string[] = []
    for (let n = 0; n < 22; n += 1) {
      world.clock.advance({ minutes: 1 })
      ids.push(await world.submit(wu, `第${n}盏路灯坏了`))
    }
    const seen: { serviceRequestId: string; clock: { deadlineAt: string } }[] = []
    let cursor = ''
    do {
      const { body } = await read(subdistrictOfficer, `/communities/${here}/open-items${cursor}`)
      const page = listCommunityItems.reply.parse(body)
      assert.ok(page.items.length <= 20)
      seen.push(...page.items)
      cursor = page.nextCursor === null ? '' : `?cursor=${page.nextCursor}`
    } while (cursor !== '')
    const found = seen.map(({ serviceRequestId }) => serviceRequestId)
    assert.equal(new Set(found).size, found.length)
    assert.deepEqual(
      found.filter((id) => ids.includes(id)),
      ids,
    )
    for (const id of ids) await world.act(wu, id, 'withdraw')
  })

  it('gives every community of the district by name, so that the officer finds one by typing', async () => {
    const { body } = await read(districtOfficer, '/districts/1/communities')
    assert.deepEqual(
      listCommunities.reply.parse(body).communities.map(({ communityId, name }) => [communityId, name]),
      [
        [here, '宝山九村'],
        [elsewhere, '宝山十村'],
      ],
    )
  })

  it('does not exist for strangers, neighbours, cadres and the officers of somewhere else', async () => {
    const otherDistrict = await world.officer('districtOfficer', 9)
    const otherSubdistrict = await world.officer('subdistrictOfficer', 9)
    const district = ['/districts/1/overview', '/districts/1/voices', '/districts/1/communities']
    for (const path of district)
      for (const [person, status] of [
        [undefined, 401],
        [wu, 404],
        [sun, 404],
        [subdistrictOfficer, 404],
        [otherDistrict, 404],
        [districtOfficer, 200],
      ] as const)
        assert.equal((await read(person, path)).status, status, path)
    for (const [person, status] of [
      [undefined, 401],
      [wu, 404],
      [sun, 404],
      [otherSubdistrict, 404],
      [otherDistrict, 404],
      [subdistrictOfficer, 200],
      [districtOfficer, 200],
    ] as const)
      for (const path of ['/subdistricts/2/overview', '/subdistricts/2/voices'])
        assert.equal((await read(person, path)).status, status, path)
    assert.equal((await read(districtOfficer, '/districts/9/overview')).status, 404)
    assert.equal((await read(wu, `/communities/${here}/open-items`)).status, 403)
    assert.equal((await read(otherDistrict, `/communities/${here}/open-items`)).status, 404)
  })
})
