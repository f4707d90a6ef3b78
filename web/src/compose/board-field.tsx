import type { BoardView } from '@shequtong/contract/boards'
import { useAnsweredBy, useBoardName, useBoards } from '../boards/use-boards.ts'
import { boardWords } from '../messages/boards.ts'
import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import { SelectField } from '../ui/form/select-field.tsx'

export interface ChosenBoard {
  /** Where somebody may speak now. */
  readonly boards: readonly BoardView[]
  /** Undefined: the everyday one. */
  readonly board: BoardView | undefined
  /** To be sent: while the boards are not known, the one that was chosen before. */
  readonly boardId: string | null
  /** What is written becomes a post without a clock. */
  readonly isPost: boolean
  /** The one that was chosen takes nothing any more. */
  readonly isGone: boolean
}

/** The board of the draft as it is now, however it was configured since. */
export const useChosenBoard = (communityId: number, boardId: string | null): ChosenBoard => {
  const { data } = useBoards(communityId)
  const boards = data?.boards.filter(({ takes }) => takes !== null) ?? []
  const board = boards.find((one) => one.boardId === boardId)
  return {
    boards,
    board,
    boardId: data === undefined ? boardId : (board?.boardId ?? null),
    isPost: board?.takes === 'post',
    isGone: data !== undefined && boardId !== null && board === undefined,
  }
}

interface BoardFieldProps {
  readonly chosen: ChosenBoard
  readonly onChange: (boardId: string | null) => void
  readonly error: string | undefined
}

/** On which board, and whether somebody must answer there. It is an offer: where the boards cannot be had, it is an everyday matter. */
export const BoardField = ({ chosen, onChange, error }: BoardFieldProps) => {
  const words = useWords(composeWords)
  const { everyday, everydayNote } = useWords(boardWords)
  const nameOf = useBoardName()
  const answererOf = useAnsweredBy()
  const { boards, board, isPost, isGone } = chosen
  if (boards.length === 0) return null
  const who = board === undefined ? undefined : answererOf(board)
  const rule = isPost ? words.noClock : who === undefined ? everydayNote : words.answered(who)
  const wrong = error ?? (isGone ? words.boardGone : undefined)
  return (
    <SelectField
      label={words.boardLabel}
      none={everyday}
      icon="board"
      value={board?.boardId ?? ''}
      onChange={(boardId) => onChange(boardId === '' ? null : boardId)}
      groups={[{ options: boards.map((one) => ({ value: one.boardId, label: nameOf(one) })) }]}
      hint={rule}
      {...(wrong === undefined ? {} : { error: wrong })}
    />
  )
}
