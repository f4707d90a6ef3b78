import type { InboxRow as Row } from '@shequtong/contract/service-requests'
import { type DateOn, startOf } from '@shequtong/domain/time'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { InboxRow } from '../shells/workbench/inbox-row.tsx'
import { type SwipeAct, SwipeRow } from '../shells/workbench/swipe-row.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { TimeLeft } from '../ui/time/time-left.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { isWaiting, leftMsOf } from './inbox-order.ts'
import type { Opening } from './inbox-panel.tsx'
import type { Desk } from './use-desk.ts'
import { whyHere } from './why-here.ts'
import { inboxItemPath } from './work-paths.ts'

export interface InboxLineProps {
  readonly row: Row
  readonly desk: Desk
  /** What the address of the list ends with. */
  readonly search: string
  readonly selected: boolean
  readonly onOpen: (serviceRequestId: string, opening: Opening) => void
}

/** One row: time left, what it is, who says it, why it is here. On a phone it swipes. */
export const InboxLine = ({ row, desk, search, selected, onOpen }: InboxLineProps) => {
  const words = useWords(workbenchWords)
  const { kind, level } = useWords(serviceRequestWords)
  const { role: roles } = useWords(roleWords)
  const { time } = useCoreWords()
  const now = useNow()
  const leftMs = leftMsOf(row.clock, now)
  const { serviceRequestId } = row
  const dayOf = (on: string) => calendarDate(startOf(on as DateOn), now, time)
  const acts: SwipeAct[] = []
  if (desk.may('serviceRequest.direct'))
    acts.push({ label: words.keys.handOver, icon: 'swap', onAct: () => onOpen(serviceRequestId, 'handOver') })
  acts.push(
    isWaiting(row)
      ? { label: words.keys.answer, icon: 'reply', main: true, onAct: () => onOpen(serviceRequestId, 'answer') }
      : { label: words.keys.resolve, icon: 'check', main: true, onAct: () => onOpen(serviceRequestId, 'resolve') },
  )
  return (
    <SwipeRow acts={acts}>
      <InboxRow
        href={`${inboxItemPath(desk.communityId, serviceRequestId)}${search}`}
        left={
          leftMs === undefined ? (
            <Tag tone="done">{words.inbox.answered}</Tag>
          ) : (
            <TimeLeft ms={leftMs} paused={row.clock.pausedAt !== null} />
          )
        }
        title={row.title}
        meta={<Joined parts={[row.by, kind[row.kind], ...whyHere(row, desk.role, words.why, roles, level, dayOf)]} />}
        selected={selected}
        locked={row.visibility === 'private'}
      />
    </SwipeRow>
  )
}
