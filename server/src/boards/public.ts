/** What service requests, posts and the import of territory need of boards. */
import { defaultBoards, firstResponsible } from '@shequtong/domain/boards/boards'
import type { HandOverRole } from '@shequtong/domain/roles/roles'
import { type CommunityPlace, communityKinds } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { invalid } from '../platform/refusal.ts'
import { boardOf } from './rows.ts'

export { type BoardRow, boardOf } from './rows.ts'

/** Who gets first what a member asks on this board; refuses where nothing is asked there. */
export const responsibleOnBoard = async (
  tx: Tx,
  { communityId }: CommunityPlace,
  boardId: string,
  now: Date,
): Promise<HandOverRole> => {
  const board = await boardOf(tx, communityId, boardId, now)
  if (board === undefined) throw invalid('/boardId', 'board-unknown')
  if (board.isHidden || !board.membersPost || board.answeringRole === null)
    throw invalid('/boardId', 'board-takes-none')
  return firstResponsible(board.answeringRole, board.holders.length > 0)
}

const missingSql = `
  insert into boards (community_id, board_id, kind, answering_role, members_post, posting_roles, position, is_hidden)
  select c.community_id, gen_random_uuid(), d.kind, d.answering_role, d.members_post,
    array(select json_array_elements_text(d.posting_roles)), d.position, d.is_hidden
  from communities c
  join json_to_recordset($2) as d (kind text, answering_role text, members_post boolean, posting_roles json, position int,
    is_hidden boolean) on true
  where c.kind = $1 and not exists (select from boards b where b.community_id = c.community_id)`

/** The default set for every community that has no boards yet. */
export const addMissingBoards = async (tx: Tx): Promise<void> => {
  for (const kind of communityKinds) {
    const boards = defaultBoards(kind).map((board, at) => ({
      kind: board.kind,
      answering_role: board.answeringRole,
      members_post: board.membersPost,
      posting_roles: board.postingRoles,
      position: at + 1,
      is_hidden: board.isHidden,
    }))
    await tx.run(missingSql, [kind, JSON.stringify(boards)])
  }
}
