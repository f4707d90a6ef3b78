import type { OfficerRow } from '@shequtong/contract/command-center'
import type { PagedResult } from '../api/query.ts'
import { officersInboxWords } from '../messages/officers-inbox.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { InboxRow } from '../shells/workbench/inbox-row.tsx'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { TimeLeft } from '../ui/time/time-left.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { leftMsOf } from '../workbench/inbox-order.ts'
import type { OfficersWork } from './use-officers-work.ts'

interface LineProps {
  readonly row: OfficerRow
  readonly href: string
  readonly selected: boolean
}

/** Time left, what it is, from which community, who says it. */
const Line = ({ row, href, selected }: LineProps) => {
  const { kind, reopened } = useWords(serviceRequestWords)
  const { inbox } = useWords(workbenchWords)
  const leftMs = leftMsOf(row.clock, useNow())
  return (
    <InboxRow
      href={href}
      left={
        leftMs === undefined ? (
          <Tag tone="done">{inbox.answered}</Tag>
        ) : (
          <TimeLeft ms={leftMs} paused={row.clock.pausedAt !== null} />
        )
      }
      title={row.title}
      meta={
        <Joined
          parts={[
            row.reopenedCount === 0 ? null : <b key="again">{reopened(row.reopenedCount)}</b>,
            row.communityName,
            row.by,
            kind[row.kind],
          ]}
        />
      }
      selected={selected}
      locked={row.visibility === 'private'}
    />
  )
}

export interface OfficersListProps {
  readonly inbox: PagedResult<'listSubdistrictInbox'>
  readonly work: OfficersWork
  readonly search: string
  readonly selectedId: string | undefined
  readonly isPart: boolean
}

export const OfficersList = ({ inbox, work, search, selectedId, isPart }: OfficersListProps) => {
  const words = useWords(officersInboxWords)
  const { inbox: more } = useWords(workbenchWords)
  if (inbox.error !== null && inbox.page === undefined)
    return (
      <div class="inbox-empty">
        <LoadFailed error={inbox.error} again={() => void inbox.refetch()} inline />
      </div>
    )
  if (inbox.page === undefined) return <SkeletonRows count={6} />
  if (inbox.items.length === 0)
    return isPart ? (
      <p class="inbox-said soft">
        {words.partEmpty}
        <a href={work.inboxPath}>{more.showAll}</a>
      </p>
    ) : (
      <div class="inbox-empty">
        <EmptyState icon="inbox" title={words.emptyTitle} text={words.emptyText} />
      </div>
    )
  return (
    <>
      <ul>
        {inbox.items.map((row) => (
          <li key={row.serviceRequestId}>
            <Line
              row={row}
              href={`${work.itemPath(row.communityId, row.serviceRequestId)}${search}`}
              selected={row.serviceRequestId === selectedId}
            />
          </li>
        ))}
      </ul>
      {inbox.hasNextPage && (
        <p class="inbox-more">
          <Button busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
            {more.more}
          </Button>
        </p>
      )}
    </>
  )
}
