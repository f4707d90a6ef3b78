import './lines.css'
import type { OfficerRow } from '@shequtong/contract/command-center'
import { commandCenterWords } from '../messages/command-center.ts'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { duration, exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ChartTools } from './chart-tools.tsx'
import { NotYet, type VoicesQuery } from './not-yet.tsx'
import { itemPath } from './paths.ts'
import { Place } from './place.tsx'

const isLate = ({ clock }: OfficerRow, now: Date): boolean =>
  clock.pausedAt === null && clock.stoppedAt === null && Date.parse(clock.deadlineAt) < now.getTime()

/** 等得最久的: items without an answer, with the office that owes it. No name stands beside a time. */
export const OldestPane = ({ query }: { readonly query: VoicesQuery }) => {
  const rows = query.data?.oldestWaiting ?? []
  const { oldest, community } = useWords(commandCenterWords)
  const { office } = useWords(roleWords)
  const { suspension } = useWords(serviceRequestWords)
  const { time } = useCoreWords()
  const now = useNow()
  const titleOf = (row: OfficerRow) => (row.restricted ? community.restricted : row.title)
  const tone = (row: OfficerRow) => (isLate(row, now) ? 'late' : row.clock.pausedAt === null ? 'time' : 'still')
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
            <Place class="line-item" href={itemPath(row.communityId, row.serviceRequestId)}>
              <span class="line-item__head">
                <span class="line-item__title">
                  {row.restricted && <Icon name="lock" size="word" />}
                  {titleOf(row)}
                </span>
                <Tag tone={tone(row)}>{duration(now.getTime() - Date.parse(row.waitingSince), time)}</Tag>
              </span>
              <span class="line-item__below">
                <Joined parts={[row.communityName, row.place]} />
                <span>
                  {row.suspension === null ? oldest.with(office[row.responsibleRole]) : suspension[row.suspension]}
                </span>
              </span>
            </Place>
          </li>
        ))}
      </ul>
    </CommandPane>
  )
}
