import { useInfinite } from '../api/query.ts'
import { useBoardOf } from '../boards/use-boards.ts'
import { FeedList } from '../feed/feed-list.tsx'
import { useVisit } from '../feed/use-visit.ts'
import { homeWords } from '../messages/home.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'

/** What neighbours and offices said, with a line below what is new since the last visit. */
export const Feed = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(homeWords)
  const { hat } = useSession()
  const feed = useInfinite('listFeed', { params: { communityId } })
  const boardOf = useBoardOf(communityId)
  const newSince = useVisit(communityId, hat?.state === 'active')
  return (
    <Section title={words.feedTitle}>
      <FeedList
        feed={feed}
        newSince={newSince}
        boardOf={boardOf}
        empty={
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
        }
      />
    </Section>
  )
}
