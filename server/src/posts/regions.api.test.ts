import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

const shanghai = { from: '202.96.209.5' }
const guizhou = { from: '202.98.192.67' }
const abroad = { from: '8.8.8.8' }

let world: TestWorld
let communityId: number
let wu: TestPerson
let sun: TestPerson
let exchange: string

before(async () => {
  world = await createTestWorld()
  communityId = world.home.communityId
  wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
  sun = await world.inRole('committeeDirector', communityId, '孙主任')
  const { boards } = await wu.does('listBoards', { params: { communityId } })
  exchange = boards.find(({ kind }) => kind === 'exchange')?.boardId ?? ''
})
after(() => world.close())

const posts = (person: TestPerson, options: { from?: string }) =>
  person.does(
    'publishPost',
    { params: { communityId }, body: { boardId: exchange, text: '谁家有多余的花盆？' } },
    options,
  )

test('beside a request and every word in it stands from where each came, for whoever reads them', async () => {
  const body = { kind: 'help' as const, text: '三楼的灯不亮了，上楼看不见。', place: '92号楼' }
  const { serviceRequestId, by } = await wu.does('submitServiceRequest', { params: { communityId }, body }, shanghai)
  assert.equal(by.region, 'CN-SH')
  const params = { communityId, serviceRequestId }
  await sun.does('answerServiceRequest', { params, body: { text: '电工明天上午九点来换灯。' } }, guizhou)
  await wu.does('replyToServiceRequest', { params, body: { text: '我在外面出差，婆婆在家。' } }, abroad)
  const neighbour = await world.member(world.home, { shownName: '92号楼 卢阿姨' })
  const seen = await neighbour.does('readServiceRequest', { params })
  assert.equal(seen.by.region, 'CN-SH')
  assert.deepEqual(
    seen.entries.map((entry) => entry.by?.region),
    ['CN-GZ', 'US'],
  )
})

test('the same below and in a post', async () => {
  const { postId, by } = await posts(wu, guizhou)
  assert.equal(by.region, 'CN-GZ')
  const params = { communityId, postId }
  const reply = await sun.does('replyToPost', { params, body: { text: '居委有两个，来拿。' } }, shanghai)
  assert.equal(reply.by.region, 'CN-SH')
  assert.equal((await sun.does('readPost', { params })).by.region, 'CN-GZ')
  assert.equal((await wu.does('listPostReplies', { params })).items[0]?.by.region, 'CN-SH')
})

test('an address that says nothing, and a made-up header, show none; no table keeps an address', async () => {
  assert.equal((await posts(wu, {})).by.region, null)
  const forged = await wu.does(
    'publishPost',
    { params: { communityId }, body: { boardId: exchange, text: '谁家有多余的凳子？' } },
    { headers: { 'x-forwarded-for': '8.8.8.8' } },
  )
  assert.equal(forged.by.region, null)
  for (const table of ['posts', 'service_requests', 'service_request_entries', 'idempotency_keys', 'events']) {
    const { rows } = await world.ownerPool.query(
      `select 1 from ${table} t where t::text ~ '202[.]96[.]209|202[.]98[.]192|8[.]8[.]8[.]8'`,
    )
    assert.equal(rows.length, 0, table)
  }
})

test('what is sent again without a net tells from where it arrived', async () => {
  const key = 'wu-on-the-train-1'
  const given = { params: { communityId }, body: { boardId: exchange, text: '地铁上写的，到站才发出去。' } }
  assert.equal((await wu.does('publishPost', given, { key, ...shanghai })).by.region, 'CN-SH')
  assert.equal((await wu.does('publishPost', given, { key, ...abroad })).by.region, 'CN-SH')
})
