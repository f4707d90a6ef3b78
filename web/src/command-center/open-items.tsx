import type { OfficerRow } from '@shequtong/contract/command-center'
import type { PagedResult } from '../api/query.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { InboxRow } from '../shells/workbench/inbox-row.tsx'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { ItemLeft } from './item-left.tsx'
import { NotYet } from './not-yet.tsx'
import { itemPath } from './paths.ts'
import { withWhom } from './with-whom.ts'

type Items = PagedResult<'listCommunityItems'>

/** What the item is about, where, and which office has it; no name beside a time. */
const Meta = ({ row }: { readonly row: OfficerRow }) => {
  const { kind, suspension, reopened } = useWords(serviceRequestWords)
  const { office } = useWords(roleWords)
  const { community, oldest } = useWords(commandCenterWords)
  if (row.restricted) return <>{community.restrictedNote}</>
  const waits = row.suspension === null ? oldest.with(withWhom(row, office)) : suspension[row.suspension]
  return (
    <Joined
      parts={[
        row.reopenedCount === 0 ? null : <b key="again">{reopened(row.reopenedCount)}</b>,
        row.place,
        kind[row.kind],
        row.state === 'resolved' ? null : waits,
      ]}
    />
  )
}

/** The open items of one community, most urgent first. */
export const OpenItems = ({
  items,
  selectedId,
}: {
  readonly items: Items
  readonly selectedId: string | undefined
}) => {
  const { community } = useWords(commandCenterWords)
  if (items.page === undefined)
    return <NotYet query={{ data: undefined, error: items.error, refetch: items.refetch as never }} />
  if (items.items.length === 0) return <p class="community__empty soft">{community.openEmpty}</p>
  return (
    <>
      <ul>
        {items.items.map((row) => (
          <li key={row.serviceRequestId}>
            <InboxRow
              href={itemPath(row.communityId, row.serviceRequestId)}
              left={<ItemLeft row={row} />}
              title={row.restricted ? community.restricted : row.title}
              meta={<Meta row={row} />}
              selected={row.serviceRequestId === selectedId}
              locked={row.restricted}
            />
          </li>
        ))}
      </ul>
      {items.hasNextPage && (
        <p class="community__more">
          <Button wide busy={items.isFetchingNextPage} onClick={() => void items.fetchNextPage()}>
            {community.more}
          </Button>
        </p>
      )}
    </>
  )
}
