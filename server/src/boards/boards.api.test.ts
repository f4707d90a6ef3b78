import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { defaultBoards } from '@shequtong/domain/boards/boards'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('the boards of a community', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let sun: TestPerson
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
    wu = await world.member()
  })
  after(() => world.close())

  const list = (person: TestPerson) => person.does('listBoards', { params: { communityId } })
  const boardOf = async (person: TestPerson, kind: string) => {
    const board = (await list(person)).boards.find((one) => one.kind === kind)
    assert.ok(board, kind)
    return board
  }
  const settingsOf = ({
    name,
    answeringRole,
    membersPost,
    postingRoles,
    isHidden,
  }: Awaited<ReturnType<typeof boardOf>>) => ({
    name,
    answeringRole,
    membersPost,
    postingRoles,
    isHidden,
  })

  test('every imported community has the set of its kind, and a migration gave the same to those there were', async () => {
    const rows = () =>
      world.ownerPool.query(
        `select c.kind as "communityKind", b.kind, b.name, b.answering_role as "answeringRole", b.members_post as "membersPost",
           b.posting_roles as "postingRoles", b.is_hidden as "isHidden"
         from boards b join communities c using (community_id) order by c.community_id, b.position`,
      )
    const kinds = (await world.services.territory.all()).toSorted((a, b) => a.communityId - b.communityId)
    const wanted = kinds.flatMap(({ kind }) => defaultBoards(kind).map((board) => ({ communityKind: kind, ...board })))
    assert.deepEqual((await rows()).rows, wanted)
    const migration = await readFile(new URL('../../migrations/0017_boards.sql', import.meta.url), 'utf8')
    const statement = /insert into boards [^;]+;/.exec(migration)?.[0] ?? ''
    const client = await world.ownerPool.connect()
    await client.query('begin')
    await client.query('delete from boards')
    await client.query(statement)
    const migrated = await client.query(
      `select c.kind as "communityKind", b.kind, b.name, b.answering_role as "answeringRole", b.members_post as "membersPost",
         b.posting_roles as "postingRoles", b.is_hidden as "isHidden"
       from boards b join communities c using (community_id) order by c.community_id, b.position`,
    )
    await client.query('rollback')
    client.release()
    assert.deepEqual(migrated.rows, wanted)
  })

  test('吴女士 reads who answers where; nobody manages the property yet, so the director does', async () => {
    const { boards, mayConfigure } = await list(wu)
    assert.equal(mayConfigure, false)
    assert.deepEqual((await boardOf(wu, 'property')).answeredBy, { role: 'committeeDirector', shownNames: ['孙主任'] })
    assert.deepEqual(
      boards.map(({ kind, takes }) => `${kind}: ${takes}`),
      [
        'announcements: null',
        'party: null',
        'deliberation: serviceRequest',
        'property: serviceRequest',
        'ownersCommittee: serviceRequest',
        'police: serviceRequest',
        'familyDoctor: serviceRequest',
        'legal: serviceRequest',
        'guide: null',
        'exchange: post',
      ],
    )
  })

  test('周经理 takes office: what is asked on 物业之窗 is his from the first minute, stands on the board and stops at his answer', async () => {
    const before = await boardOf(wu, 'property')
    const early = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '水泵房夜里嗡嗡响。', place: '92号楼', boardId: before.boardId },
    })
    assert.deepEqual([early.responsibleRole, early.boardId], ['committeeDirector', before.boardId])

    const zhou = await world.inRole('propertyManager', communityId, '周经理')
    assert.deepEqual((await boardOf(wu, 'property')).answeredBy, { role: 'propertyManager', shownNames: ['周经理'] })
    const asked = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '电梯三楼的按钮失灵。', place: '92号楼', boardId: before.boardId },
    })
    assert.equal(asked.responsibleRole, 'propertyManager')
    await world.settle()
    assert.equal((await zhou.does('listNotifications')).items[0]?.kind, 'serviceRequestSubmitted')
    const inbox = await zhou.does('listInbox', { params: { communityId } })
    assert.deepEqual(
      inbox.items.map(({ serviceRequestId }) => serviceRequestId),
      [asked.serviceRequestId],
    )
    const params = { communityId, serviceRequestId: asked.serviceRequestId }
    const answered = await zhou.does('answerServiceRequest', {
      params,
      body: { text: '维保下午两点来换按钮，换好拍照。' },
    })
    assert.equal(answered.state, 'answered')
    const onBoard = await wu.does('listBoardFeed', { params: { communityId, boardId: before.boardId } })
    assert.deepEqual(
      onBoard.items.map((item) => item.type === 'serviceRequest' && [item.text, item.answer?.by?.role ?? null]),
      [
        ['电梯三楼的按钮失灵。', 'propertyManager'],
        ['水泵房夜里嗡嗡响。', null],
      ],
    )
    assert.equal((await wu.does('listFeed', { params: { communityId } })).items.length, 2, 'the home feed shows both')
  })

  test('nothing is asked on a board that takes nothing, on one of another community, or on none at all', async () => {
    const say = async (boardId: string, code: string) => {
      const body = { kind: 'matter' as const, text: '请问几点停水？', place: '92号楼', boardId }
      const problem = await wu.isRefused('submitServiceRequest', { params: { communityId }, body }, 'invalid-input')
      assert.equal(problem.errors?.[0]?.code, code)
    }
    await say((await boardOf(wu, 'announcements')).boardId, 'board-takes-none')
    await say((await boardOf(wu, 'exchange')).boardId, 'board-takes-none')
    const elsewhere = world.compounds[1]
    assert.ok(elsewhere)
    const cadre = await world.reviewer(elsewhere.communityId)
    const there = await cadre.does('listBoards', { params: { communityId: elsewhere.communityId } })
    await say(there.boards.find(({ kind }) => kind === 'property')?.boardId ?? '', 'board-unknown')
    await wu.isRefused(
      'listBoardFeed',
      { params: { communityId, boardId: there.boards[0]?.boardId ?? '' } },
      'not-found',
    )
  })

  test('孙主任 renames, reorders, hides and adds; the log says who did what, and neighbours see the result', async () => {
    const legal = await boardOf(sun, 'legal')
    const params = { communityId, boardId: legal.boardId }
    await sun.does('configureBoard', { params, body: { ...settingsOf(legal), name: '法律咨询角' } })
    assert.equal((await boardOf(wu, 'legal')).name, '法律咨询角')
    await sun.does('configureBoard', { params, body: { ...settingsOf(legal), isHidden: true } })
    assert.ok((await list(wu)).boards.every(({ kind }) => kind !== 'legal'))
    assert.ok((await list(sun)).boards.some(({ kind, isHidden }) => kind === 'legal' && isHidden))

    const own = {
      name: '花友角',
      answeringRole: null,
      membersPost: true,
      postingRoles: ['buildingLead' as const],
      isHidden: false,
    }
    const added = await sun.does('addBoard', { params: { communityId }, body: own })
    const boardIds = added.boards.map(({ boardId }) => boardId).toReversed()
    await sun.does('orderBoards', { params: { communityId }, body: { boardIds } })
    assert.equal((await list(wu)).boards[0]?.name, '花友角')

    const { items } = await sun.does('listBoardChanges', { params: { communityId } })
    assert.deepEqual(
      items.map(({ change, before, after, by }) => [change, before, after, by.shownName]).toSorted(),
      [
        ['added', null, '花友角', '孙主任'],
        ['hidden', null, null, '孙主任'],
        ['ordered', null, null, '孙主任'],
        ['renamed', null, '法律咨询角', '孙主任'],
        ['renamed', '法律咨询角', null, '孙主任'],
      ].toSorted(),
    )
  })

  test('a rule refuses what makes no sense; whoever does not lead the committee configures nothing', async () => {
    const exchange = await boardOf(sun, 'exchange')
    const params = { communityId, boardId: exchange.boardId }
    const silent = { ...settingsOf(exchange), membersPost: false, postingRoles: [] }
    assert.equal((await sun.isRefused('configureBoard', { params, body: silent }, 'rule-refused')).code, 'nobody-posts')
    const nameless = { ...settingsOf(exchange), name: null }
    assert.equal(
      (await sun.isRefused('addBoard', { params: { communityId }, body: nameless }, 'rule-refused')).code,
      'board-name-missing',
    )
    assert.equal(
      (
        await sun.isRefused(
          'orderBoards',
          { params: { communityId }, body: { boardIds: [exchange.boardId] } },
          'rule-refused',
        )
      ).code,
      'order-incomplete',
    )
    const unknown = { communityId, boardId: '00000000-0000-7000-8000-000000000000' }
    await sun.isRefused('configureBoard', { params: unknown, body: settingsOf(exchange) }, 'not-found')
    const helper = await world.inRole('committeeMember', communityId, '小赵')
    await helper.isRefused('configureBoard', { params, body: settingsOf(exchange) }, 'not-permitted')
    await wu.isRefused('listBoardChanges', { params: { communityId } }, 'not-permitted')
  })
})
