import type { PagedResult } from '../api/query.ts'
import type { Reply } from '../api/types.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { BulkApprove } from './bulk-approve.tsx'
import { ReviewLine } from './review-line.tsx'

export interface ReviewListProps {
  readonly reviews: PagedResult<'listRegistrations'>
  readonly communityId: number
  readonly selectedId: string | undefined
  readonly chosenIds: readonly string[]
  readonly onChoose: (registrationIds: readonly string[]) => void
  readonly onBulk: (reply: Reply<'approveExactMatches'>) => void
}

export const ReviewList = ({ reviews, communityId, selectedId, chosenIds, onChoose, onBulk }: ReviewListProps) => {
  const { review: words, inbox } = useWords(workbenchWords)
  if (reviews.error !== null && reviews.page === undefined)
    return (
      <div class="inbox-empty">
        <LoadFailed error={reviews.error} again={() => void reviews.refetch()} inline />
      </div>
    )
  if (reviews.page === undefined) return <SkeletonRows count={4} />
  if (reviews.items.length === 0)
    return (
      <div class="panel-empty">
        <EmptyState icon="verified" title={words.emptyTitle} text={words.emptyText} />
      </div>
    )
  const exact = reviews.items.filter((row) => row.exact)
  const chosen = exact.filter((row) => chosenIds.includes(row.registrationId))
  return (
    <>
      <BulkApprove {...{ communityId, exact, chosen, onChoose }} onDone={onBulk} />
      <ul>
        {reviews.items.map((row) => (
          <ReviewLine
            key={row.registrationId}
            row={row}
            communityId={communityId}
            selected={row.registrationId === selectedId}
            checked={row.exact ? chosenIds.includes(row.registrationId) : undefined}
            onCheck={(checked) =>
              onChoose(
                checked ? [...chosenIds, row.registrationId] : chosenIds.filter((id) => id !== row.registrationId),
              )
            }
          />
        ))}
      </ul>
      {reviews.hasNextPage && (
        <p class="inbox-more">
          <Button busy={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>
            {inbox.more}
          </Button>
        </p>
      )}
    </>
  )
}
