import type { OfficerRow } from '@shequtong/contract/command-center'
import { commandCenterWords } from '../messages/command-center.ts'
import { roleWords } from '../messages/roles.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { ChartTools } from './chart-tools.tsx'
import { NotYet, type VoicesQuery } from './not-yet.tsx'
import { WaitingLine } from './waiting-line.tsx'

/** 等得最久的: items without an answer, with the office that owes it. No name stands beside a time. */
export const OldestPane = ({ query }: { readonly query: VoicesQuery }) => {
  const rows = query.data?.oldestWaiting ?? []
  const { oldest, community } = useWords(commandCenterWords)
  const { office } = useWords(roleWords)
  const { time } = useCoreWords()
  const titleOf = (row: OfficerRow) => (row.restricted ? community.restricted : row.title)
  const table = {
    columns: [oldest.item, oldest.where, oldest.waitedSince, oldest.office],
    rows: rows.map((row) => [
      titleOf(row),
      [row.communityName, row.place].join(' ').trim(),
      exactTime(new Date(row.waitingSince), time),
      office[row.responsibleRole],
    ]),
  }
  return (
    <CommandPane
      title={oldest.title}
      note={oldest.note}
      end={query.data && <ChartTools title={oldest.title} meanings={oldest.meanings} table={table} />}
    >
      <NotYet query={query} />
      {query.data?.oldestWaiting.length === 0 && <p class="soft">{oldest.empty}</p>}
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
