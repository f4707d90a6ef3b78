import './boards.css'
import { boardWords } from '../messages/boards.ts'
import { useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { boardIcons } from './board-icons.ts'
import { boardPath } from './board-path.ts'
import { useBoardName, useBoards } from './use-boards.ts'

/** The notice boards of the community, each one press away. Nothing while they are not known: the home page stands without them. */
export const BoardGrid = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(boardWords)
  const nameOf = useBoardName()
  const { data } = useBoards(communityId)
  const boards = data?.boards.filter(({ isHidden }) => !isHidden) ?? []
  if (boards.length === 0) return null
  return (
    <nav class="board-grid sheet" aria-label={words.gridLabel}>
      {boards.map((board) => (
        <a key={board.boardId} class="board-grid__cell" href={boardPath({ communityId, boardId: board.boardId })}>
          <Icon name={boardIcons[board.kind]} />
          <span>{nameOf(board)}</span>
        </a>
      ))}
    </nav>
  )
}
