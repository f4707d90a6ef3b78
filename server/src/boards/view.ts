import type { BoardView } from '@shequtong/contract/boards'
import { firstResponsible, whatBoardTakes } from '@shequtong/domain/boards/boards'
import type { Hat } from '@shequtong/domain/roles/hats'
import { decide } from '@shequtong/domain/roles/permissions'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { type BoardRow, boardsOf } from './rows.ts'

const answeredBy = ({ answeringRole, holders, directors }: BoardRow): BoardView['answeredBy'] => {
  if (answeringRole === null) return null
  const role = firstResponsible(answeringRole, holders.length > 0)
  return { role, shownNames: role === answeringRole ? holders : directors }
}

const boardView = (row: BoardRow, hat: Hat): BoardView => ({
  boardId: row.boardId,
  kind: row.kind,
  name: row.name,
  answeringRole: row.answeringRole,
  answeredBy: answeredBy(row),
  membersPost: row.membersPost,
  postingRoles: row.postingRoles,
  isHidden: row.isHidden,
  takes: whatBoardTakes(hat, row),
})

/** The boards as the actor sees them; hidden ones for whoever may configure them. */
export const boardsView = async (
  db: Db,
  { hat }: Actor,
  place: CommunityPlace,
  now: Date,
): Promise<{ boards: BoardView[]; mayConfigure: boolean }> => {
  const mayConfigure = decide('board.configure', hat, place) === 'allowed'
  const rows = await boardsOf(db, place.communityId, now)
  return {
    boards:
      hat === undefined
        ? []
        : rows.filter(({ isHidden }) => mayConfigure || !isHidden).map((row) => boardView(row, hat)),
    mayConfigure,
  }
}
