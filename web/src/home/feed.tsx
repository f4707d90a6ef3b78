import './home.css'
import { useEffect, useRef } from 'preact/hooks'
import { useInfinite } from '../api/query.ts'
import { homeWords } from '../messages/home.ts'
import { useWords } from '../messages/use-words.ts'
import { PostCard } from '../posts/post-card.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { RequestCard } from '../service-requests/request-card.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'

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

/** What neighbours said, newest first, without end; in elder mode more only when asked for. */
export const Feed = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(homeWords)
  const [{ mode }] = usePreferences()
  const feed = useInfinite('listFeed', { params: { communityId } })
  const more = () => void (!feed.isFetching && feed.hasNextPage && feed.fetchNextPage())
  const end = useNearEnd(more, mode !== 'elder' && feed.hasNextPage && !feed.isFetchNextPageError)
  return (
    <Section title={words.feedTitle}>
      {feed.items.length > 0 && (
        <ul class="feed">
          {feed.items.map((item) =>
            item.type === 'post' ? (
              <li key={item.postId}>
                <PostCard post={item} />
              </li>
            ) : (
              <li key={item.serviceRequestId}>
                <RequestCard request={item} />
              </li>
            ),
          )}
        </ul>
      )}
      {feed.isPending && <SkeletonVoices count={3} />}
      {feed.error !== null && <LoadFailed error={feed.error} again={() => void feed.refetch()} inline />}
      {feed.isSuccess && feed.items.length === 0 && (
        <EmptyState
          icon="chat"
          title={words.emptyTitle}
          text={words.emptyText}
          actions={
            <ButtonLink href="/compose" size="big">
              {words.say}
            </ButtonLink>
          }
        />
      )}
      <div ref={end} class="feed__end">
        {feed.isFetchingNextPage && <SkeletonVoices count={1} />}
        {feed.hasNextPage && !feed.isFetchingNextPage && (
          <Button wide size="big" onClick={more}>
            {words.more}
          </Button>
        )}
        {!feed.hasNextPage && feed.items.length > 0 && <p class="soft small">{words.end}</p>}
      </div>
    </Section>
  )
}
