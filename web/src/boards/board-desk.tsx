import './boards.css'
import type { BoardView } from '@shequtong/contract/boards'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { invalidate, keyOf, queryClient } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { boardDeskWords } from '../messages/board-desk.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
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
import { moved } from './board-draft.ts'
import { BoardForm } from './board-form.tsx'
import { boardIcons } from './board-icons.ts'
import { BoardLog } from './board-log.tsx'
import { useAnsweredBy, useBoardName, useBoards } from './use-boards.ts'

interface BoardRowProps {
  readonly board: BoardView
  readonly onMove: (step: -1 | 1) => void
  readonly onChange: () => void
  readonly isFirst: boolean
  readonly isLast: boolean
}

const BoardRow = ({ board, onMove, onChange, isFirst, isLast }: BoardRowProps) => {
  const words = useWords(boardDeskWords)
  const who = useAnsweredBy()(board)
  const name = useBoardName()(board)
  const rule = who !== undefined ? words.answers(who) : board.membersPost ? words.amongNeighbours : words.published
  return (
    <RowLine
      lead={boardIcons[board.kind]}
      title={name}
      note={rule}
      end={
        <span class="board-row__acts">
          {board.isHidden && <Tag tone="still">{words.hidden}</Tag>}
          {!isFirst && (
            <span class="board-row__up">
              <IconButton icon="down" label={words.up(name)} onClick={() => onMove(-1)} />
            </span>
          )}
          {!isLast && <IconButton icon="down" label={words.down(name)} onClick={() => onMove(1)} />}
          <Button onClick={onChange} label={`${words.change}：${name}`}>
            {words.change}
          </Button>
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
          data === undefined ? undefined : (
            <Button icon="plus" onClick={() => setOpen({ board: null })}>
              {words.add}
            </Button>
          )
        }
      >
        <div class="desk-column">
          {data !== undefined ? (
            <>
              <p>{words.intro}</p>
              {order.error !== undefined && <FieldError>{refusalOf(order.error)}</FieldError>}
              <Rows label={words.title}>
                {boards.map((board, at) => (
                  <BoardRow
                    key={board.boardId}
                    board={board}
                    isFirst={at === 0}
                    isLast={at === boards.length - 1}
                    onMove={(step) => move(at, step)}
                    onChange={() => setOpen({ board })}
                  />
                ))}
              </Rows>
              <BoardLog communityId={communityId} />
              <BoardForm
                communityId={communityId}
                open={open !== undefined}
                board={open?.board ?? undefined}
                onClose={() => setOpen(undefined)}
                onSaved={keep}
              />
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
