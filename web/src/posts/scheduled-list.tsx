import { useInfinite } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { useBoardOf } from '../boards/use-boards.ts'
import { publishWords } from '../messages/publish.ts'
import { dayAndClock } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { communityRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { useVoiceName } from '../service-requests/use-voice.ts'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { postPath } from './post-path.ts'

/** What goes out later, soonest first; each leads to where it can be called off. Nothing where nothing waits. */
export const ScheduledList = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(publishWords)
  const { time } = useCoreWords()
  const now = useNow()
  const nameOf = useVoiceName()
  const boardOf = useBoardOf(communityId)
  const list = useInfinite('listScheduledPosts', { params: { communityId } })
  useRoom(communityRoom(communityId), () => void invalidate('listScheduledPosts', { communityId }))
  if (list.items.length === 0) return null
  return (
    <Section title={words.scheduled} level={3}>
      <Rows>
        {list.items.map((post) => (
          <RowLine
            key={post.postId}
            lead="clock"
            title={post.title ?? post.text}
            note={
              <Joined
                parts={[dayAndClock(new Date(post.publishedAt), now, time), boardOf(post.boardId), nameOf(post.by)]}
              />
            }
            href={postPath(post)}
          />
        ))}
      </Rows>
    </Section>
  )
}
