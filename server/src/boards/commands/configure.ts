import type { addBoard, configureBoard, orderBoards } from '@shequtong/contract/boards'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import {
  addOwnBoard,
  type Board,
  type BoardChangeKind,
  type BoardViolation,
  changesOf,
  checkBoard,
  checkOrder,
} from '@shequtong/domain/boards/boards'
import type { Result } from '@shequtong/domain/result'
import type { Call, Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { logChanges } from '../log.ts'
import { type BoardRow, boardsOf } from '../rows.ts'
import { boardsView } from '../view.ts'

const accepted = <T>(result: Result<T, BoardViolation>): T => {
  if (!result.ok) throw new Refusal('rule-refused', { code: result.violation.code })
  return result.value
}

/** The boards of the community, one who changes them at a time. */
const lockedBoards = async (tx: Tx, communityId: number, now: Date): Promise<BoardRow[]> => {
  await tx.many(`select 1 from boards where community_id = $1 order by board_id for update`, [communityId])
  return boardsOf(tx, communityId, now)
}

const by = (call: Pick<Call<AnyEndpoint>, 'place' | 'actor' | 'now'>) => ({
  communityId: call.place.communityId,
  roleGrantId: call.actor.roleGrantId ?? '',
  personId: call.actor.personId,
  at: call.now,
})

/** What the log shows of a board's setting. */
const shownOf: Readonly<Record<BoardChangeKind, (board: Board) => string | null>> = {
  added: ({ name }) => name,
  renamed: ({ name }) => name,
  answering: ({ answeringRole }) => answeringRole,
  posting: ({ membersPost, postingRoles }) => [...(membersPost ? ['members'] : []), ...postingRoles].join(','),
  hidden: () => null,
  shown: () => null,
  ordered: () => null,
}

/** A board of the committee's own, at the end. */
export const add: Command<typeof addBoard> = async (tx, call) => {
  const { place, input, actor, now } = call
  const known = await lockedBoards(tx, place.communityId, now)
  const board = accepted(addOwnBoard(input.body, known.filter(({ kind }) => kind === 'own').length))
  const boardId = newId()
  await tx.run(
    `insert into boards (community_id, board_id, kind, name, answering_role, members_post, posting_roles, is_hidden, position)
     select $1, $2, 'own', $3, $4, $5, $6, $7, coalesce(max(position), 0) + 1 from boards where community_id = $1`,
    [
      place.communityId,
      boardId,
      board.name,
      board.answeringRole,
      board.membersPost,
      board.postingRoles,
      board.isHidden,
    ],
  )
  await logChanges(tx, by(call), [{ boardId, change: 'added', before: null, after: board.name }])
  return boardsView(tx, actor, place, now)
}

/** What was asked there before keeps its clock and whoever has it in hand. */
export const configure: Command<typeof configureBoard> = async (tx, call) => {
  const { place, input, actor, now } = call
  const { boardId } = input.params
  const before = (await lockedBoards(tx, place.communityId, now)).find((board) => board.boardId === boardId)
  if (before === undefined) throw notFound()
  const after = accepted(checkBoard({ ...input.body, kind: before.kind }))
  await tx.run(
    `update boards set name = $3, answering_role = $4, members_post = $5, posting_roles = $6, is_hidden = $7
     where community_id = $1 and board_id = $2`,
    [
      place.communityId,
      boardId,
      after.name,
      after.answeringRole,
      after.membersPost,
      after.postingRoles,
      after.isHidden,
    ],
  )
  const changes = changesOf(before, after).map((change) => ({
    boardId,
    change,
    before: shownOf[change](before),
    after: shownOf[change](after),
  }))
  await logChanges(tx, by(call), changes)
  return boardsView(tx, actor, place, now)
}

export const order: Command<typeof orderBoards> = async (tx, call) => {
  const { place, input, actor, now } = call
  const known = (await lockedBoards(tx, place.communityId, now)).map(({ boardId }) => boardId)
  const wanted = accepted(checkOrder(known, input.body.boardIds))
  if (wanted.some((boardId, at) => boardId !== known[at])) {
    await tx.run(
      `update boards b set position = o.position from unnest($2::uuid[]) with ordinality as o (board_id, position)
       where b.community_id = $1 and b.board_id = o.board_id`,
      [place.communityId, wanted],
    )
    await logChanges(tx, by(call), [{ boardId: null, change: 'ordered', before: null, after: null }])
  }
  return boardsView(tx, actor, place, now)
}
