import type { PagedResult } from '../api/query.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { roleWords } from '../messages/roles.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { Button } from '../ui/action/button.tsx'
import { ChartTools } from './chart-tools.tsx'
import { itemsTable } from './items-table.ts'
import { NotYet } from './not-yet.tsx'
import { WaitingLine } from './waiting-line.tsx'

/** 超时未回应: what nobody answered in time, with how long it is over. By item, never by person. */
export const OverduePane = ({ items }: { readonly items: PagedResult<'listSubdistrictOverdue'> }) => {
  const words = useWords(commandCenterWords)
  const roles = useWords(roleWords)
  const { time } = useCoreWords()
  const { subdistrict, community } = words
  return (
    <CommandPane
      title={subdistrict.overdue}
      end={
        items.page && (
          <ChartTools
            title={subdistrict.overdue}
            meanings={[subdistrict.overdueNote]}
            table={itemsTable(items.items, words, roles, time)}
          />
        )
      }
    >
      {items.page === undefined && (
        <NotYet query={{ data: undefined, error: items.error, refetch: items.refetch as never }} />
      )}
      {items.page?.items.length === 0 && <p class="soft">{subdistrict.overdueEmpty}</p>}
      <ul class="lines">
        {items.items.map((row) => (
          <li key={row.serviceRequestId}>
            <WaitingLine row={row} since={row.clock.deadlineAt} />
          </li>
        ))}
      </ul>
      {items.hasNextPage && (
        <Button wide busy={items.isFetchingNextPage} onClick={() => void items.fetchNextPage()}>
          {community.more}
        </Button>
      )}
    </CommandPane>
  )
}
