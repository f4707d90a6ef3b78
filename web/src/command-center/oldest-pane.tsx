import { commandCenterWords } from '../messages/command-center.ts'
import { roleWords } from '../messages/roles.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ChartTools } from './chart-tools.tsx'
import { itemsTable } from './items-table.ts'
import { NotYet, type VoicesQuery } from './not-yet.tsx'
import { isLate, WaitingLine } from './waiting-line.tsx'

interface OldestPaneProps {
  readonly query: VoicesQuery
  /** Beside a list of what is overdue: only what is not. */
  readonly inTime?: boolean
}

/** 等得最久的: items without an answer, with the office that owes it. No name stands beside a time. */
export const OldestPane = ({ query, inTime = false }: OldestPaneProps) => {
  const now = useNow()
  const all = query.data?.oldestWaiting ?? []
  const rows = inTime ? all.filter((row) => !isLate(row, now)) : all
  const words = useWords(commandCenterWords)
  const roles = useWords(roleWords)
  const { time } = useCoreWords()
  const { oldest } = words
  const table = itemsTable(rows, words, roles, time)
  if (rows.length < all.length && rows.length === 0) return null
  return (
    <CommandPane
      title={oldest.title}
      note={inTime ? oldest.inTime : oldest.note}
      end={query.data && <ChartTools title={oldest.title} meanings={oldest.meanings} table={table} />}
    >
      <NotYet query={query} />
      {query.data !== undefined && rows.length === 0 && <p class="soft">{oldest.empty}</p>}
      <ul class="lines">
        {rows.map((row) => (
          <li key={row.serviceRequestId}>
            <WaitingLine row={row} since={row.waitingSince} />
          </li>
        ))}
      </ul>
    </CommandPane>
  )
}
