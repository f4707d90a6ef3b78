import { useInfinite } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { useBoardOf } from '../boards/use-boards.ts'
import { postWords } from '../messages/posts.ts'
import { publishWords } from '../messages/publish.ts'
import { useWords } from '../messages/use-words.ts'
import { communityRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { firstWords } from '../service-requests/first-words.ts'
import { useVoiceName } from '../service-requests/use-voice.ts'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { postPath } from './post-path.ts'

/** What was taken away, latest first, for whoever keeps order; each leads to its words. Nothing where nothing was. */
export const RemovedList = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(publishWords)
  const { moreReplies } = useWords(postWords)
  const nameOf = useVoiceName()
  const boardOf = useBoardOf(communityId)
  const list = useInfinite('listRemovedPosts', { params: { communityId } })
  useRoom(communityRoom(communityId), () => void invalidate('listRemovedPosts', { communityId }))
  if (list.items.length === 0) return null
  return (
    <Section title={words.removed} level={3}>
      <Rows>
        {list.items.map((post) => (
          <RowLine
            key={post.postId}
            title={post.title ?? firstWords(post.text)}
            note={
              <Joined
                parts={[
                  boardOf(post.boardId),
                  nameOf(post.by),
                  post.removed?.byAuthor === true ? words.byAuthor : words.byCommittee,
                  post.removed === null ? null : <RelativeTime key="at" at={post.removed.at} plain />,
                ]}
              />
            }
            href={postPath(post)}
          />
        ))}
      </Rows>
      {list.hasNextPage && (
        <Button wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {moreReplies}
        </Button>
      )}
    </Section>
  )
}
