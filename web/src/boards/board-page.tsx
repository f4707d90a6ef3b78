import './boards.css'
import type { BoardView } from '@shequtong/contract/boards'
import { useInfinite, useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { FeedList } from '../feed/feed-list.tsx'
import { keyOfItem } from '../feed/new-since.ts'
import { boardWords } from '../messages/boards.ts'
import { useWords } from '../messages/use-words.ts'
import { PostCard } from '../posts/post-card.tsx'
import { communityRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { OtherHat, useOtherHat } from '../service-requests/other-hat.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page/page.tsx'
import { Section } from '../ui/page/section.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { boardIcons } from './board-icons.ts'
import { composeOnPath } from './board-path.ts'
import { useAnsweredBy, useBoardName, useBoards } from './use-boards.ts'

interface BoardProps {
  readonly communityId: number
  readonly board: BoardView
}

/** Who answers here and in how long, or that no clock runs. */
const useRule = (board: BoardView): string => {
  const { page: words } = useWords(boardWords)
  const who = useAnsweredBy()(board)
  if (board.isHidden) return words.closed
  if (who !== undefined) return words.answers(who)
  return board.membersPost ? words.amongNeighbours : words.published
}

const Pinned = ({ communityId, board }: BoardProps) => {
  const { page: words } = useWords(boardWords)
  const { data } = useQuery('listPinned', { params: { communityId, boardId: board.boardId } })
  if (data === undefined || data.posts.length === 0) return null
  return (
    <Section title={words.pinned}>
      <ul class="feed">
        {data.posts.map((post) => (
          <li key={post.postId}>
            <PostCard post={post} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Said = ({ communityId, board }: BoardProps) => {
  const { page: words } = useWords(boardWords)
  const who = useAnsweredBy()(board)
  const params = { communityId, boardId: board.boardId }
  const feed = useInfinite('listBoardFeed', { params })
  useRoom(communityRoom(communityId), () => {
    void invalidate('listBoardFeed', params)
    void invalidate('listPinned', params)
  })
  const above = useQuery('listPinned', { params })
  const pinned = new Set(above.data?.posts.map(({ postId }) => postId))
  const hint = who !== undefined ? words.emptyAnswered(who) : board.membersPost ? words.emptyFree : words.emptyPublished
  return (
    <Section title={board.membersPost ? words.said : words.publishedTitle}>
      <FeedList
        feed={feed}
        isAbove={(item) => pinned.has(keyOfItem(item))}
        empty={<EmptyState icon={boardIcons[board.kind]} title={words.emptyTitle} text={hint} />}
      />
    </Section>
  )
}

const Board = ({ communityId, board }: BoardProps) => {
  const { page: words } = useWords(boardWords)
  const { hat } = useSession()
  const rule = useRule(board)
  const writes = board.takes !== null && hat?.type === 'member' && hat.communityId === communityId
  return (
    <>
      <p class="board-says">
        <Icon name={board.answeredBy === null ? 'chat' : 'clock'} />
        <span>{rule}</span>
      </p>
      <Pinned communityId={communityId} board={board} />
      <Said communityId={communityId} board={board} />
      {writes && (
        <StickyBar>
          <ButtonLink look="do" size="big" wide icon="pencil" href={composeOnPath(board.boardId)}>
            {words.say}
          </ButtonLink>
        </StickyBar>
      )}
    </>
  )
}

const Gone = ({ communityId }: { readonly communityId: number }) => {
  const { page: words } = useWords(boardWords)
  const other = useOtherHat(communityId)
  if (other !== undefined) return <OtherHat communityId={communityId} />
  return (
    <EmptyState
      icon="search"
      title={words.goneTitle}
      text={words.goneText}
      actions={
        <ButtonLink href="/" look="do" size="big">
          {words.toHome}
        </ButtonLink>
      }
    />
  )
}

interface BoardPageProps {
  readonly communityId: string
  readonly boardId: string
}

/** One board: who answers there, what stands above the rest, and what was said. */
const BoardPage = (props: BoardPageProps) => {
  const { kind: kinds } = useWords(boardWords)
  const nameOf = useBoardName()
  const communityId = Number(props.communityId)
  const { hat } = useSession()
  const { data, error, refetch } = useBoards(communityId)
  const board = data?.boards.find(({ boardId }) => boardId === props.boardId)
  const isGone = data !== undefined && board === undefined
  const isElsewhere =
    error !== null && 'slug' in error && ['not-found', 'not-permitted', 'invalid-input'].includes(error.slug)
  return (
    <ResidentShell>
      <Page>
        <TopBar
          title={board === undefined ? kinds.own : nameOf(board)}
          {...(board === undefined || hat === undefined ? {} : { note: hat.territoryName })}
        />
        {board !== undefined ? (
          <Board communityId={communityId} board={board} />
        ) : isGone || isElsewhere ? (
          <Gone communityId={communityId} />
        ) : error !== null ? (
          <LoadFailed error={error} again={() => void refetch()} inline />
        ) : (
          <SkeletonVoices />
        )}
      </Page>
    </ResidentShell>
  )
}

export default BoardPage
