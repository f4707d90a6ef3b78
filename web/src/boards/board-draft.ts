import type { BoardView } from '@shequtong/contract/boards'
import type { Input } from '../api/types.ts'

export type Settings = Required<Input<'addBoard'>['body']>

/** The settings of a board as it is, or of a new one: neighbours speak there, and the committee too. */
export const settingsOf = (board: BoardView | undefined): Settings =>
  board === undefined
    ? {
        name: '',
        answeringRole: null,
        membersPost: true,
        postingRoles: ['committeeSecretary', 'committeeDirector', 'committeeMember'],
        isHidden: false,
      }
    : {
        name: board.name,
        answeringRole: board.answeringRole,
        membersPost: board.membersPost,
        postingRoles: board.postingRoles,
        isHidden: board.isHidden,
      }

/** What is sent: a name of nothing but spaces is none. Where members do not speak, nobody answers. */
export const toSend = (settings: Settings): Settings => ({
  ...settings,
  name: settings.name === null || settings.name.trim() === '' ? null : settings.name.trim(),
  answeringRole: settings.membersPost ? settings.answeringRole : null,
})

/** The ids with the one at `from` moved by `step`; the same where it would leave the list. */
export const moved = (boardIds: readonly string[], from: number, step: -1 | 1): readonly string[] => {
  const to = from + step
  const [one, other] = [boardIds[from], boardIds[to]]
  if (one === undefined || other === undefined) return boardIds
  return boardIds.map((boardId, at) => (at === from ? other : at === to ? one : boardId))
}
