import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { openJoinCode } from '@shequtong/contract/territory'
import type { FastifyInstance } from 'fastify'
import { as, createTestCommunity, now, type TestCommunity, type TestPerson } from '../photos/test-community.ts'
import { newCode } from '../platform/crypto/tokens.ts'
import { newId } from '../platform/ids.ts'

let world: TestCommunity
let app: FastifyInstance
let wu: TestPerson
const current = newCode()
const former = newCode()

before(async () => {
  world = await createTestCommunity()
  app = await world.app()
  wu = await world.member('吴女士')
  await world.cadre('policeOfficer', '赵警官')
  await world.cadre('committeeSecretary', '郭书记')
  await world.cadre('committeeMember', '不在页上的人')
  const gone = await world.cadre('committeeDirector', '前任主任')
  await world.sql(`update role_grants set ended_at = $2 where role_grant_id = $1`, [gone.hatId, now])
  const past = await world.cadre('propertyManager', '任期已满')
  await world.sql(`update role_grants set ends_on = '2026-11-17' where role_grant_id = $1`, [past.hatId])
  const insert = `insert into qr_codes (qr_code_id, code, community_id, compound_id, edition, created_at, revoked_at)
    values ($1, $2, 10, $3, $4, $5, $6)`
  await world.sql(insert, [newId(), former, world.compoundId, 1, now, new Date('2026-11-01T17:00:00.000Z')])
  await world.sql(insert, [newId(), current, world.compoundId, 2, now, null])
  const boardId = newId()
  await world.sql(
    `insert into boards (community_id, board_id, kind, members_post, posting_roles, position)
     values (10, $1, 'announcements', false, '{committeeDirector}', 1)`,
    [boardId],
  )
  for (let day = 1; day <= 7; day += 1)
    await world.sql(
      `insert into posts (community_id, post_id, board_id, state, title, text, signed_by, scope, written_at, published_at)
       values (10, $1, $2, $3, $4, '内容', '居委会', 'community', $5, $5)`,
      [
        newId(),
        boardId,
        day <= 6 ? 'published' : 'scheduled',
        `公告${day}`,
        new Date(now.getTime() + (day - 6) * 86_400_000),
      ],
    )
})
after(async () => {
  await app.close()
  await world.database.drop()
})

const get = (path: string, person?: TestPerson) => app.inject({ url: `/api/v1/join/${path}`, headers: as(person) })

test('a scan at the gate shows that compound: its size, who is in charge, the latest five announcements', async () => {
  const reply = await get(current)
  assert.equal(reply.statusCode, 200, reply.body)
  const opened = openJoinCode.reply.parse(reply.json())
  assert.ok(opened.status === 'current')
  const { page } = opened
  assert.deepEqual(
    [page.compoundName, page.communityName, page.subdistrictName],
    ['宝山九村', '宝山九村居委会', '友谊路街道'],
  )
  assert.deepEqual([page.dwellingCount, page.subAreas], [12, ['南块']])
  assert.deepEqual(page.inCharge, [
    { shownName: '郭书记', role: 'committeeSecretary' },
    { shownName: '赵警官', role: 'policeOfficer' },
  ])
  assert.deepEqual(
    page.announcements.map((announcement) => announcement.title),
    ['公告6', '公告5', '公告4', '公告3', '公告2'],
  )
})

test('a code typed in small letters with dashes and an O for 0 opens the same page', async () => {
  const typed = `${current.slice(0, 4)}-${current.slice(4, 8)} ${current.slice(8)}`.toLowerCase().replaceAll('0', 'o')
  assert.equal((await get(encodeURIComponent(typed))).json().status, 'current')
})

test('an old poster says which edition it was, since when it is void, and which one hangs now', async () => {
  const opened = openJoinCode.reply.parse((await get(former)).json())
  assert.ok(opened.status === 'replaced')
  assert.deepEqual([opened.edition, opened.currentEdition, opened.revokedOn], [1, 2, '2026-11-02'])
  assert.equal(opened.compoundName, '宝山九村')
})

test('a code never issued, a mistyped one and nonsense are all not found', async () => {
  const mistyped = current.slice(0, -1) + (current.endsWith('Z') ? 'Y' : 'Z')
  for (const code of [newCode(), mistyped, 'x', '%00', '%F0%9F%8F%A0'])
    assert.equal((await get(code)).statusCode, 404, code)
})

test('whoever signed in picks building, staircase and door; nobody else does, and no old code opens them', async () => {
  const { buildings } = (await get(`${current}/buildings`, wu)).json()
  assert.deepEqual(
    buildings.map((building: { name: string; subAreaName: string }) => [building.name, building.subAreaName]),
    [['92号楼', '南块']],
  )
  assert.equal(buildings[0].staircases[0].staircaseId, world.staircaseId)
  const doors = (await get(`${current}/staircases/${world.staircaseId}/dwellings`, wu)).json().dwellings
  assert.deepEqual([doors.length, doors[0].room, doors[11].floor], [12, '101', 6])
  for (const path of ['buildings', `staircases/${world.staircaseId}/dwellings`]) {
    assert.equal((await get(`${current}/${path}`)).statusCode, 401)
    assert.equal((await get(`${former}/${path}`, wu)).statusCode, 410)
  }
  assert.equal((await get(`${current}/staircases/${newId()}/dwellings`, wu)).statusCode, 404)
  assert.equal((await get(`${newCode()}/buildings`, wu)).statusCode, 404)
})

test('what cannot be a code or a staircase is refused as input', async () => {
  const long = 'A'.repeat(41)
  assert.equal((await get(long)).statusCode, 422)
  for (const path of [`${long}/buildings`, `${current}/staircases/first/dwellings`])
    assert.equal((await get(path, wu)).statusCode, 422, path)
})
