import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat } from '../roles/hats.ts'
import {
  addOwnBoard,
  type Board,
  changesOf,
  checkBoard,
  checkOrder,
  defaultBoards,
  firstResponsible,
  maxOwnBoards,
  whatBoardTakes,
} from './boards.ts'

const place = { communityId: 9, subdistrictId: 30, districtId: 100 }
const member = (state: 'active' | 'suspended' | 'ended' = 'active'): Hat => ({
  type: 'member',
  place,
  state,
  kind: 'resident',
  tenure: 'tenant',
})
const inRole = (role: 'committeeDirector' | 'propertyManager' | 'policeOfficer'): Hat => ({
  type: 'role',
  role,
  level: 'community',
  territoryId: 9,
})
const boardOf = (kind: Board['kind']): Board => {
  const board = defaultBoards('village').find((one) => one.kind === kind)
  assert.ok(board, kind)
  return board
}
const own: Omit<Board, 'kind'> = {
  name: '花友角',
  answeringRole: null,
  membersPost: true,
  postingRoles: [],
  isHidden: false,
}
const codeOf = (result: { ok: boolean; violation?: { code: string } }) => (result.ok ? 'ok' : result.violation?.code)

describe('the boards a community begins with', () => {
  it('are nine and the exchange in a neighbourhood; a village has its affairs and its voices, and no property manager in sight', () => {
    const shown = (kind: 'neighbourhood' | 'village') =>
      defaultBoards(kind)
        .filter(({ isHidden }) => !isHidden)
        .map((board) => board.kind)
    assert.deepEqual(shown('neighbourhood'), [
      'announcements',
      'party',
      'deliberation',
      'property',
      'ownersCommittee',
      'police',
      'familyDoctor',
      'legal',
      'guide',
      'exchange',
    ])
    assert.deepEqual(shown('village'), [
      'announcements',
      'party',
      'villageAffairs',
      'deliberation',
      'police',
      'familyDoctor',
      'legal',
      'guide',
      'homeVoices',
      'exchange',
    ])
    for (const kind of ['neighbourhood', 'village'] as const)
      for (const board of defaultBoards(kind)) assert.equal(codeOf(checkBoard(board)), 'ok', board.kind)
  })
})

describe('what a board takes', () => {
  it('a neighbour starts a clock where a role answers, posts among neighbours, and says nothing where offices publish', () => {
    assert.equal(whatBoardTakes(member(), boardOf('deliberation')), 'serviceRequest')
    assert.equal(whatBoardTakes(member(), boardOf('exchange')), 'post')
    assert.equal(whatBoardTakes(member(), boardOf('announcements')), null)
  })
  it('who is suspended or gone says nothing, and nobody on a hidden board', () => {
    for (const state of ['suspended', 'ended'] as const)
      assert.equal(whatBoardTakes(member(state), boardOf('exchange')), null)
    assert.equal(boardOf('property').isHidden, true)
    assert.equal(whatBoardTakes(member(), boardOf('property')), null)
    assert.equal(whatBoardTakes(inRole('propertyManager'), boardOf('property')), null)
  })
  it('a role posts where the row names it', () => {
    const property = { ...boardOf('property'), isHidden: false }
    assert.equal(whatBoardTakes(inRole('propertyManager'), property), 'post')
    assert.equal(whatBoardTakes(inRole('policeOfficer'), property), null)
    assert.equal(whatBoardTakes(inRole('committeeDirector'), boardOf('guide')), 'post')
  })
  it('falls to the director of the committee where nobody holds the answering role', () => {
    assert.equal(firstResponsible('propertyManager', true), 'propertyManager')
    assert.equal(firstResponsible('propertyManager', false), 'committeeDirector')
  })
})

describe('configuring', () => {
  it('refuses a board nobody speaks on, one that answers nobody, and an own one without a name', () => {
    const silent = { ...own, kind: 'own' as const, membersPost: false }
    assert.equal(codeOf(checkBoard(silent)), 'nobody-posts')
    assert.equal(codeOf(checkBoard({ ...silent, answeringRole: 'familyDoctor' })), 'answers-without-askers')
    assert.equal(codeOf(checkBoard({ ...own, kind: 'own', name: null })), 'board-name-missing')
    assert.equal(codeOf(checkBoard({ ...own, kind: 'own', name: '一二三四五六七八九十十一' })), 'ok')
    assert.equal(codeOf(checkBoard({ ...own, kind: 'own', name: '一二三四五六七八九十十一二' })), 'board-name-too-long')
  })
  it('adds boards up to the most there may be', () => {
    assert.equal(codeOf(addOwnBoard(own, maxOwnBoards - 1)), 'ok')
    assert.equal(codeOf(addOwnBoard(own, maxOwnBoards)), 'too-many-boards')
  })
  it('an order names each board once', () => {
    const known = ['a', 'b', 'c']
    assert.equal(codeOf(checkOrder(known, ['c', 'a', 'b'])), 'ok')
    for (const given of [
      ['a', 'b'],
      ['a', 'b', 'b'],
      ['a', 'b', 'd'],
      ['a', 'b', 'c', 'a'],
    ])
      assert.equal(codeOf(checkOrder(known, given)), 'order-incomplete', given.join(''))
  })
  it('logs what changed and nothing else', () => {
    const before = { ...own, kind: 'own' as const, postingRoles: ['committeeDirector', 'buildingLead'] as const }
    assert.deepEqual(changesOf(before, { ...before, postingRoles: ['buildingLead', 'committeeDirector'] }), [])
    assert.deepEqual(changesOf(before, { ...before, name: '花友', isHidden: true }), ['renamed', 'hidden'])
    assert.deepEqual(changesOf(before, { ...before, answeringRole: 'buildingLead', membersPost: false }), [
      'answering',
      'posting',
    ])
  })
})
