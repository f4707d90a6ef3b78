import { useInfinite } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { FamilyWords } from '../assisted/word-list.tsx'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { OutgoingList } from '../outgoing/outgoing-list.tsx'
import { ownRoom, useRoom } from '../realtime/use-room.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { type MemberHat, MemberOnly } from '../session/member-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { MyRequests } from './my-requests.tsx'
import { threadPath } from './thread-path.ts'

const Mine = ({ hat }: { readonly hat: MemberHat }) => {
  const { mine: words } = useWords(serviceRequestWords)
  const params = { communityId: hat.communityId }
  const mine = useInfinite('listMyServiceRequests', { params })
  useRoom(ownRoom, () => void invalidate('listMyServiceRequests', params))
  return (
    <div class="stack">
      <OutgoingList />
      <FamilyWords
        communityId={hat.communityId}
        hrefOf={({ serviceRequestId }) => threadPath({ communityId: hat.communityId, serviceRequestId })}
      />
      {mine.items.length > 0 && <MyRequests requests={mine.items} />}
      {mine.isPending && <SkeletonRows />}
      {mine.error !== null && <LoadFailed error={mine.error} again={() => void mine.refetch()} inline />}
      {mine.isSuccess && mine.items.length === 0 && (
        <EmptyState
          icon="chat"
          title={words.emptyTitle}
          text={words.emptyText}
          actions={
            <ButtonLink href="/compose" look="do" size="big">
              {words.first}
            </ButtonLink>
          }
        />
      )}
      {mine.hasNextPage && (
        <Button wide size="big" busy={mine.isFetchingNextPage} onClick={() => void mine.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  )
}

const MinePage = () => {
  const { mine: words } = useWords(serviceRequestWords)
  return (
    <MemberOnly>
      {(hat) => (
        <ResidentShell tab="me">
          <Page>
            <TopBar title={words.title} note={hat.territoryName} backHref="/me" />
            <Mine key={hat.hatId} hat={hat} />
          </Page>
        </ResidentShell>
      )}
    </MemberOnly>
  )
}

export default MinePage
