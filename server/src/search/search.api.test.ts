import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  createTestWorld,
  districtId,
  elsewhere,
  here,
  subdistrictId,
  type TestPerson,
  type TestWorld,
} from '../jobs/test-world.ts'
import { rebuildSearch } from './search-index.ts'

interface Hit {
  subjectId: string
  partId: string
  entryKind: string | null
  communityName: string
  snippet: { text: string; marked: boolean }[]
}

let world: TestWorld
let wu: TestPerson
let gu: TestPerson
let sun: TestPerson
let zhou: TestPerson
let stranger: TestPerson
let sunny: TestPerson
before(async () => {
  world = await createTestWorld()
  wu = await world.member('吴女士')
  gu = await world.member('顾老伯')
  sun = await world.cadre('committeeDirector', '孙主任')
  zhou = await world.cadre('propertyManager', '周经理')
  sunny = await world.member('42号楼 金阿姨')
  stranger = await world.member('别处的人', elsewhere)
})
after(() => world.close())

const pathOf = (place: string, q: string, cursor?: string) =>
  `${place}/search?q=${encodeURIComponent(q)}${cursor === undefined ? '' : `&cursor=${cursor}`}`

const search = async (who: TestPerson, q: string, place = `/communities/${here}`): Promise<Hit[]> => {
  const { status, body } = await world.call(who, 'GET', pathOf(place, q))
  assert.equal(status, 200, JSON.stringify(body))
  return body.items
}

const documents = () => world.sql(`select * from search_documents order by community_id, part_id`)

describe('a search', () => {
  it('finds two characters, one character and a number, in requests and in what was answered, newest first', async () => {
    const light = await world.submit(wu, '金鱼池边第三盏路灯不亮')
    world.clock.advance({ minutes: 5 })
    await world.act(sun, light, 'answers', { text: '明天上午电工来换路灯的灯泡' })
    await world.relay.drain()
    assert.deepEqual(
      (await search(gu, '路灯')).map(({ entryKind }) => entryKind),
      ['answer', null],
    )
    assert.deepEqual(
      (await search(gu, '鱼')).map(({ subjectId }) => subjectId),
      [light],
    )
    // the place is found, too
    assert.deepEqual(
      (await search(gu, '92号楼 金鱼')).map(({ subjectId }) => subjectId),
      [light],
    )
    assert.deepEqual(await search(gu, '2号楼'), [])
    const [{ snippet = [] } = {}] = await search(gu, '电工')
    assert.deepEqual(
      snippet.filter(({ marked }) => marked).map(({ text }) => text),
      ['电工'],
    )
  })

  it('finds words only as they were written together', async () => {
    await world.submit(wu, '长椅的木头裂开，椅的长木头')
    await world.relay.drain()
    assert.equal((await search(gu, '长椅')).length, 1)
    assert.deepEqual(await search(gu, '椅的木条'), [])
    assert.deepEqual(await search(gu, '的长椅'), [])
    assert.deepEqual(await search(gu, '，。'), [])
  })

  it('shows a private request to its asker, who leads the committee and who has it in hand, and not that it is there to others', async () => {
    const secret = await world.submit(wu, '蓝色信箱里的信请别让人知道', { visibility: 'private' })
    await world.relay.drain()
    const whoFind = async () =>
      (
        await Promise.all(
          [wu, gu, sun, zhou].map(async (who) => {
            const { body } = await world.call(who, 'GET', pathOf(`/communities/${here}`, '蓝色信箱'))
            assert.equal(body.nextCursor, null)
            return body.items.length
          }),
        )
      ).join('')
    assert.equal(await whoFind(), '1010')
    await world.act(sun, secret, 'hand-over', { toRole: 'propertyManager', reason: '信箱归物业管' })
    await world.relay.drain()
    assert.equal(await whoFind(), '1010', 'who was only asked to take it reads it from the inbox')
    await world.act(zhou, secret, 'accept-hand-over', {})
    await world.relay.drain()
    assert.equal(await whoFind(), '1011')
    const officer = await world.officer('subdistrictOfficer', subdistrictId)
    assert.deepEqual(await search(officer, '蓝色信箱', `/subdistricts/${subdistrictId}`), [])
    await world.act(sun, secret, 'escalate', { toLevel: 'subdistrict', reason: '请街道协调邮局' })
    await world.relay.drain()
    assert.equal((await search(officer, '蓝色信箱', `/subdistricts/${subdistrictId}`)).length, 1)
  })

  it('ends at the community, and is nothing to whoever does not belong there', async () => {
    await world.submit(stranger, '隔壁小区的紫藤架倒了', {}, elsewhere)
    await world.relay.drain()
    assert.deepEqual(await search(wu, '紫藤'), [])
    const { status } = await world.call(wu, 'GET', pathOf(`/communities/${elsewhere}`, '紫藤'))
    assert.equal(status, 404)
    const { status: above } = await world.call(wu, 'GET', pathOf(`/districts/${districtId}`, '紫藤'))
    assert.equal(above, 404)
    const officer = await world.officer('districtOfficer', districtId)
    const found = await search(officer, '紫藤', `/districts/${districtId}`)
    assert.equal(found.length, 1)
    assert.notEqual(found[0]?.communityName, '')
  })

  it('leaves out what a blocked neighbour says, and what is said in their threads', async () => {
    const theirs = await world.submit(gu, '竹竿架在绿化带里晾衣服')
    const own = await world.submit(sunny, '竹竿谁要，放在传达室')
    await world.act(gu, own, 'replies', { text: '竹竿我要两根' })
    await world.act(sun, theirs, 'answers', { text: '竹竿明天请物业移到晾衣区' })
    await world.relay.drain()
    assert.equal((await search(wu, '竹竿')).length, 4)
    const { status } = await world.call(wu, 'POST', `/communities/${here}/blocks`, { serviceRequestId: theirs })
    assert.equal(status, 200)
    assert.deepEqual(
      (await search(wu, '竹竿')).map(({ subjectId, entryKind }) => [subjectId, entryKind]),
      [[own, null]],
    )
  })

  it('reads on by keyset to the last, each once, also when a common word goes far back', async () => {
    const told: string[] = []
    for (let i = 0; i < 45; i += 1) {
      world.clock.advance({ minutes: 1 })
      told.push(await world.submit(sunny, `第${i}次说梧桐叶太多`))
    }
    await world.relay.drain()
    const read: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await world.call(gu, 'GET', pathOf(`/communities/${here}`, '梧桐', cursor))
      assert.ok(body.items.length <= 20)
      read.push(...body.items.map(({ subjectId }: Hit) => subjectId))
      cursor = body.nextCursor ?? undefined
    } while (cursor !== undefined)
    assert.deepEqual(read, told.toReversed())
  })

  it('finds what is older than all that is walked, by the index of terms', async () => {
    await world.submit(wu, '紫色风筝挂在水塔上')
    await world.relay.drain()
    await world.sql(
      `insert into search_documents (community_id, subject_kind, part_id, subject_id, subdistrict_id, at, visibility, concerned,
         membership_ids, open, words_hash, terms)
       select community_id, subject_kind, gen_random_uuid(), subject_id, subdistrict_id, at + n * interval '1 second',
         visibility, concerned, membership_ids, false, words_hash, array['填']
       from search_documents, generate_series(1, 2500) n where terms @> array['风筝']`,
    )
    const [hit] = await search(gu, '风筝')
    assert.deepEqual(
      hit?.snippet.filter(({ marked }) => marked).map(({ text }) => text),
      ['风筝'],
    )
    await world.sql(`delete from search_documents where terms = array['填']`)
  })
})

describe('the search index', () => {
  it('loses what is withdrawn at once, and changed words with the next fact', async () => {
    const gone = await world.submit(wu, '蒲公英长到路中间')
    await world.act(wu, gone, 'withdraw')
    const changed = await world.submit(wu, '喷泉的水发绿')
    await world.relay.drain()
    assert.deepEqual(await search(sun, '蒲公英'), [])
    await world.sql(`update service_requests set text = '喷水池的水清了' where service_request_id = $1`, [changed])
    // before the relay has heard of it nobody is shown what does not stand there any more
    assert.deepEqual(await search(wu, '发绿'), [])
    await world.act(sun, changed, 'answers', { text: '水循环泵昨天换过了' })
    await world.relay.drain()
    assert.equal((await search(wu, '水清了')).length, 1)
    const rows = await world.sql(`select 1 from search_documents where part_id = $1 and '发绿' = any (terms)`, [
      changed,
    ])
    assert.deepEqual(rows, [])
  })

  it('is after a rebuild what the relay made live', async () => {
    await world.relay.drain()
    const live = await documents()
    assert.ok(live.length > 50)
    const read = await rebuildSearch(world.services.pool)
    const [{ count } = {}] = await world.sql(
      'select (select count(*)::int from service_requests) + (select count(*)::int from posts) as count',
    )
    assert.equal(read, count)
    assert.deepEqual(await documents(), live)
  })

  it('holds no words in their order, and nothing of internal notes', async () => {
    const noted = await world.submit(wu, '桂花树下的石凳翻倒了')
    await world.act(sun, noted, 'notes', { text: '先不回，等书记拿主意' })
    await world.relay.drain()
    assert.deepEqual(await search(sun, '拿主意'), [])
  })
})

describe('similar open requests', () => {
  const similar = async (who: TestPerson, text: string, more: object = {}) => {
    const { status, body } = await world.call(who, 'POST', `/communities/${here}/similar`, { text, ...more })
    assert.equal(status, 200, JSON.stringify(body))
    return body.items as { serviceRequestId: string; title: string; place: string }[]
  }

  it('are found by their matter, not by their wording, while they are open', async () => {
    const lift = await world.submit(wu, '电梯又坏了，老人上不了楼。')
    await world.relay.drain()
    const [found] = await similar(gu, '电梯停运了，什么时候修')
    assert.equal(found?.serviceRequestId, lift)
    assert.equal(found?.title, '电梯又坏了，老人上不了楼')
    assert.deepEqual(await similar(gu, '想请人来家里量血压'), [])
    await world.act(sun, lift, 'resolve', { result: '控制板已经换好，恢复运行' })
    await world.relay.drain()
    assert.deepEqual(await similar(gu, '电梯停运了，什么时候修'), [])
  })

  it('are never private ones, nor those of a blocked neighbour', async () => {
    await world.submit(wu, '下水道堵了，家里返水', { visibility: 'private' })
    await world.submit(gu, '下水道堵了，一楼返水')
    await world.relay.drain()
    assert.equal((await similar(sunny, '阴沟堵了返水怎么办')).length, 1)
    assert.deepEqual(await similar(wu, '阴沟堵了返水怎么办'), [])
  })

  it('are asked for with six characters at least, and the words are kept nowhere', async () => {
    const { status } = await world.call(gu, 'POST', `/communities/${here}/similar`, { text: '电梯坏了' })
    assert.equal(status, 422)
    await similar(gu, '琥珀色的秘密不能留下')
    const kept = await world.sql(`select 1 from idempotency_keys where kept::text like '%琥珀色%'`)
    assert.deepEqual(kept, [])
  })
})
