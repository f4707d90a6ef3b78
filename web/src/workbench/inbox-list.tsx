import type { PagedResult } from '../api/query.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { ChosenLine } from './bulk/chosen-line.tsx'
import type { Bulk } from './bulk/use-bulk.ts'
import { InboxLine } from './inbox-line.tsx'
import { isWaiting } from './inbox-order.ts'
import type { Opening } from './inbox-panel.tsx'
import { type InboxPart, isWhole, searchOfPart } from './inbox-part.ts'
import type { Desk } from './use-desk.ts'
import { inboxPath } from './work-paths.ts'

export interface InboxListProps {
  readonly inbox: PagedResult<'listInbox'>
  readonly desk: Desk
  readonly selectedId: string | undefined
  readonly part: InboxPart
  readonly bulk: Bulk
  /** Something else waits above it: nothing is said where the list itself is empty. */
  readonly isQuiet: boolean
  readonly onOpen: (serviceRequestId: string, opening: Opening) => void
}

export const InboxList = ({ inbox, desk, selectedId, part, bulk, isQuiet, onOpen }: InboxListProps) => {
  const { inbox: words } = useWords(workbenchWords)
  if (inbox.error !== null && inbox.page === undefined)
    return (
      <div class="inbox-empty">
        <LoadFailed error={inbox.error} again={() => void inbox.refetch()} inline />
      </div>
    )
  if (inbox.page === undefined) return <SkeletonRows count={6} />
  const rows = inbox.items
  const line = (row: (typeof rows)[number]) => (
    <li key={row.serviceRequestId}>
      <ChosenLine row={row} bulk={bulk}>
        <InboxLine
          row={row}
          desk={desk}
          search={searchOfPart(part)}
          selected={row.serviceRequestId === selectedId}
          onOpen={onOpen}
        />
      </ChosenLine>
    </li>
  )
  const waiting = rows.filter(isWaiting)
  const answered = rows.filter((row) => !isWaiting(row))
  return (
    <>
      {!isWhole(part) && rows.length === 0 && (
        <p class="inbox-said soft">
          {part.q === undefined ? words.partEmpty : words.findNothing}
          <a href={inboxPath(desk.communityId)}>{words.showAll}</a>
        </p>
      )}
      {isWhole(part) && waiting.length === 0 && !isQuiet && (
        <div class="inbox-empty">
          <EmptyState icon="inbox" title={words.emptyTitle} text={words.emptyText} />
        </div>
      )}
      {waiting.length > 0 && <ul>{waiting.map(line)}</ul>}
      {answered.length > 0 && (
        <>
          <h3 class="inbox-group">{words.answeredHead}</h3>
          <ul>{answered.map(line)}</ul>
        </>
      )}
      {inbox.hasNextPage && (
        <p class="inbox-more">
          <Button busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
            {words.more}
          </Button>
        </p>
      )}
    </>
  )
}
