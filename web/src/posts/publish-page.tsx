import '../workbench/workbench.css'
import '../members/members.css'
import { boardPath } from '../boards/board-path.ts'
import { useBoardName, useBoards } from '../boards/use-boards.ts'
import { publishWords } from '../messages/publish.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { ActingHat } from '../workbench/acting-hat.tsx'
import { NotHere } from '../workbench/not-here.tsx'
import { type Desk, useDesk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { boardsPath } from '../workbench/work-paths.ts'
import { PublishForm } from './publish-form.tsx'

const Publish = ({ desk, boardId }: { readonly desk: Desk; readonly boardId: string }) => {
  const words = useWords(publishWords)
  const nameOf = useBoardName()
  const { communityId } = desk
  const { data, error, refetch } = useBoards(communityId)
  const board = data?.boards.find((one) => one.boardId === boardId)
  const back = boardsPath(communityId)
  return (
    <WorkFrame desk={desk} here="boards">
      <Pane
        title={board === undefined ? words.pageTitle : words.pageTitleOn(nameOf(board))}
        note={<ActingHat desk={desk} />}
        backHref={back}
        {...(board === undefined
          ? {}
          : { end: <ButtonLink href={boardPath({ communityId, boardId })}>{words.seeBoard}</ButtonLink> })}
      >
        <div class="desk-column">
          {board?.takes === 'post' ? (
            <PublishForm key={boardId} desk={desk} board={board} />
          ) : data !== undefined ? (
            <EmptyState
              icon="board"
              title={words.closedTitle}
              text={words.closedText}
              actions={<ButtonLink href={back}>{words.toBoards}</ButtonLink>}
            />
          ) : error === null ? (
            <SkeletonRows />
          ) : (
            <LoadFailed error={error} again={() => void refetch()} inline />
          )}
        </div>
      </Pane>
    </WorkFrame>
  )
}

interface PublishPageProps {
  readonly communityId: string
  readonly boardId: string
}

const PublishPage = ({ communityId, boardId }: PublishPageProps) => {
  const desk = useDesk(communityId, 'post.schedule')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <Publish desk={desk} boardId={boardId} />
}

export default PublishPage
