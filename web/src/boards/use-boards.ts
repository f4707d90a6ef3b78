import type { BoardView } from '@shequtong/contract/boards'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { boardWords } from '../messages/boards.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { communityRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'

const fiveMinutesMs = 300_000

/** The boards of a community in their order, kept as they are now: whoever configures them is seen at once. */
export const useBoards = (communityId: number) => {
  useRoom(communityRoom(communityId), (hint) => {
    if (hint === undefined || hint.type === 'boardsChanged') void invalidate('listBoards', { communityId })
  })
  return useQuery('listBoards', { params: { communityId } }, { staleTimeMs: fiveMinutesMs })
}

/** What a board is called: as its committee says, else by its kind in the reader's language. */
export const useBoardName = (): ((board: Pick<BoardView, 'kind' | 'name'>) => string) => {
  const { kind: kinds } = useWords(boardWords)
  return ({ kind, name }) => name ?? kinds[kind]
}

/** Who gets what is asked there, in words: the person where it is one, else the office. */
export const useAnsweredBy = (): ((board: Pick<BoardView, 'answeredBy'>) => string | undefined) => {
  const { role: roles, office: offices } = useWords(roleWords)
  return ({ answeredBy }) => {
    if (answeredBy === null) return undefined
    const [only, ...others] = answeredBy.shownNames
    if (only === undefined || others.length > 0) return offices[answeredBy.role]
    return only === roles[answeredBy.role] ? only : `${only}（${roles[answeredBy.role]}）`
  }
}

/** The name of the board on which something stands; undefined for the everyday one and while the boards are not known. */
export const useBoardOf = (communityId: number): ((boardId: string | null) => string | undefined) => {
  const nameOf = useBoardName()
  const { data } = useBoards(communityId)
  return (boardId) => {
    const board = data?.boards.find((one) => one.boardId === boardId)
    return board === undefined ? undefined : nameOf(board)
  }
}
