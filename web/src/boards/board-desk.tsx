import './boards.css'
import type { BoardView } from '@shequtong/contract/boards'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { invalidate, keyOf, queryClient } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { boardDeskWords } from '../messages/board-desk.ts'
import { useWords } from '../messages/use-words.ts'
import { RemovedList } from '../posts/removed-list.tsx'
import { ReportedList } from '../posts/reported-list.tsx'
import { ScheduledList } from '../posts/scheduled-list.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { ActingHat } from '../workbench/acting-hat.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { useRefusal } from '../workbench/use-refusal.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { publishPath } from '../workbench/work-paths.ts'
import { moved } from './board-draft.ts'
import { BoardForm } from './board-form.tsx'
import { boardIcons } from './board-icons.ts'
import { BoardLog } from './board-log.tsx'
import { boardPath } from './board-path.ts'
import { useAnsweredBy, useBoardName, useBoards } from './use-boards.ts'

interface BoardRowProps {
  readonly communityId: number
  readonly board: BoardView
  /** Absent: somebody else configures the boards. */
  readonly acts?: {
    readonly onMove: (step: -1 | 1) => void
    readonly onChange: () => void
    readonly isFirst: boolean
    readonly isLast: boolean
  }
}

const BoardRow = ({ communityId, board, acts }: BoardRowProps) => {
  const words = useWords(boardDeskWords)
  const who = useAnsweredBy()(board)
  const name = useBoardName()(board)
  const { boardId } = board
  const rule = who !== undefined ? words.answers(who) : board.membersPost ? words.amongNeighbours : words.published
  const [look, href] =
    board.takes === 'post'
      ? [words.write, publishPath(communityId, boardId)]
      : [words.look, boardPath({ communityId, boardId })]
  return (
    <RowLine
      lead={boardIcons[board.kind]}
      title={name}
      note={rule}
      end={
        <span class="board-row__acts">
          {board.isHidden && <Tag tone="still">{words.hidden}</Tag>}
          {acts !== undefined && !acts.isFirst && (
            <span class="board-row__up">
              <IconButton icon="down" label={words.up(name)} onClick={() => acts.onMove(-1)} />
            </span>
          )}
          {acts !== undefined && !acts.isLast && (
            <IconButton icon="down" label={words.down(name)} onClick={() => acts.onMove(1)} />
          )}
          <ButtonLink href={href} label={`${look}：${name}`}>
            {look}
          </ButtonLink>
          {acts !== undefined && (
            <Button onClick={acts.onChange} label={`${words.change}：${name}`}>
              {words.change}
            </Button>
          )}
        </span>
      }
    />
  )
}

/** The notice board as its committee hangs it: the order, the names, who speaks, who answers, what is shown. */
export const BoardDesk = ({ desk }: { readonly desk: Desk }) => {
  const words = useWords(boardDeskWords)
  const { communityId } = desk
  const refusalOf = useRefusal()
  const { data, error, refetch } = useBoards(communityId)
  /** null: a new one. */
  const [open, setOpen] = useState<{ readonly board: BoardView | null } | undefined>(undefined)
  const keep = (reply: Reply<'orderBoards'>) => {
    queryClient.setQueryData(keyOf('listBoards', { params: { communityId } }, 'one'), reply)
    void invalidate('listBoardChanges', { communityId })
  }
  const order = useMutation('orderBoards', { onDone: keep })
  const boards = data?.boards ?? []
  const mayConfigure = data?.mayConfigure ?? false
  const move = (from: number, step: -1 | 1) => {
    const ids = boards.map(({ boardId }) => boardId)
    void order.send({ params: { communityId }, body: { boardIds: [...moved(ids, from, step)] } })
  }
  return (
    <WorkFrame desk={desk} here="boards">
      <Pane
        title={words.title}
        note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.note]} />}
        end={
          !mayConfigure ? undefined : (
            <Button icon="plus" onClick={() => setOpen({ board: null })}>
              {words.add}
            </Button>
          )
        }
      >
        <div class="desk-column">
          {data !== undefined ? (
            <>
              {desk.may('post.moderate') && <ReportedList communityId={communityId} />}
              <p>{mayConfigure ? words.intro : words.introPublish}</p>
              {order.error !== undefined && <FieldError>{refusalOf(order.error)}</FieldError>}
              <Rows label={words.title}>
                {boards.map((board, at) => (
                  <BoardRow
                    key={board.boardId}
                    communityId={communityId}
                    board={board}
                    {...(mayConfigure
                      ? {
                          acts: {
                            isFirst: at === 0,
                            isLast: at === boards.length - 1,
                            onMove: (step) => move(at, step),
                            onChange: () => setOpen({ board }),
                          },
                        }
                      : {})}
                  />
                ))}
              </Rows>
              <ScheduledList communityId={communityId} />
              {desk.may('post.moderate') && <RemovedList communityId={communityId} />}
              {mayConfigure && (
                <>
                  <BoardLog communityId={communityId} />
                  <BoardForm
                    communityId={communityId}
                    open={open !== undefined}
                    board={open?.board ?? undefined}
                    onClose={() => setOpen(undefined)}
                    onSaved={keep}
                  />
                </>
              )}
            </>
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
