import './feed.css'
import type { FeedItem } from '@shequtong/contract/feed'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { PagedResult } from '../api/query.ts'
import { feedWords } from '../messages/feed.ts'
import { useWords } from '../messages/use-words.ts'
import { PostCard } from '../posts/post-card.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { RequestCard } from '../service-requests/request-card.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { freshOf, keyOfItem } from './new-since.ts'

/** Reads on when the end comes near; without it the button below does the same. */
const useNearEnd = (onNear: () => void, watch: boolean) => {
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onNear)
  latest.current = onNear
  useEffect(() => {
    const element = end.current
    if (element === null || !watch) return
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  })
  return end
}

export interface FeedListProps {
  readonly feed: PagedResult<'listFeed'> | PagedResult<'listBoardFeed'>
  /** Since when things are new to the reader; a line stands below the last of them. */
  readonly newSince?: string | null
  /** How the board is called on which an item stands; absent where all of them stand on one. */
  readonly boardOf?: (boardId: string | null) => string | undefined
  /** What stands above the list already and is left out of it. */
  readonly isAbove?: (item: FeedItem) => boolean
  /** Shown where nothing was said yet. */
  readonly empty: ComponentChildren
}

const Card = ({ item, board }: { readonly item: FeedItem; readonly board: string | undefined }) => {
  const named = board === undefined ? {} : { board }
  return item.type === 'post' ? <PostCard post={item} {...named} /> : <RequestCard request={item} {...named} />
}

/** What was said, newest first, without end; in elder mode more only when asked for. */
export const FeedList = ({ feed, newSince = null, boardOf, isAbove, empty }: FeedListProps) => {
  const words = useWords(feedWords)
  const [{ mode }] = usePreferences()
  const more = () => void (!feed.isFetching && feed.hasNextPage && feed.fetchNextPage())
  const end = useNearEnd(more, mode !== 'elder' && feed.hasNextPage && !feed.isFetchNextPageError)
  const items = isAbove === undefined ? feed.items : feed.items.filter((item) => !isAbove(item))
  const fresh = freshOf(items, newSince)
  return (
    <>
      {items.length > 0 && (
        <ul class="feed">
          {items.map((item, at) => (
            <li key={keyOfItem(item)}>
              <Card item={item} board={boardOf?.(item.boardId)} />
              {at + 1 === fresh?.below && <p class="feed__since small soft">{words.newUntilHere(fresh.count)}</p>}
            </li>
          ))}
        </ul>
      )}
      {feed.isPending && <SkeletonVoices count={3} />}
      {feed.error !== null && <LoadFailed error={feed.error} again={() => void feed.refetch()} inline />}
      {feed.isSuccess && feed.items.length === 0 && empty}
      <div ref={end} class="feed__end">
        {feed.isFetchingNextPage && <SkeletonVoices count={1} />}
        {feed.hasNextPage && !feed.isFetchingNextPage && (
          <Button wide size="big" onClick={more}>
            {words.more}
          </Button>
        )}
        {!feed.hasNextPage && feed.items.length > 0 && <p class="soft small">{words.end}</p>}
      </div>
    </>
  )
}
