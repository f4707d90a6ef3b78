import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { type DateOn, startOf } from '@shequtong/domain/time'
import { calendarDate, dayAndClock } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Tag } from '../ui/time/tag.tsx'
import { TimeLeft } from '../ui/time/time-left.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { leftMsOf } from './inbox-order.ts'

/** How the clock of a thread stands, as a tag. */
export const ThreadTag = ({ thread }: { readonly thread: ServiceRequestView }) => {
  const { panel, inbox } = useWords(workbenchWords)
  const now = useNow()
  const leftMs = leftMsOf(thread.clock, now)
  if (thread.state === 'merged') return <Tag tone="still">{panel.merged}</Tag>
  if (leftMs !== undefined) return <TimeLeft ms={leftMs} paused={thread.clock.pausedAt !== null} />
  if (thread.state === 'withdrawn' || thread.state === 'unconfirmed')
    return <Tag tone="still">{panel[thread.state]}</Tag>
  return (
    <Tag tone="done">
      {thread.state === 'resolved' || thread.state === 'confirmed' ? panel[thread.state] : inbox.answered}
    </Tag>
  )
}

/** What is due next, in a sentence. */
export const useThreadNote = (thread: ServiceRequestView): string => {
  const { panel } = useWords(workbenchWords)
  const { time } = useCoreWords()
  const now = useNow()
  if (thread.state === 'merged') return ''
  if (thread.suspension !== null) {
    const { kind, untilOn } = thread.suspension
    if (untilOn === null) return panel[kind]
    return panel.suspendedUntil(calendarDate(startOf(untilOn as DateOn), now, time))
  }
  const leftMs = leftMsOf(thread.clock, now)
  if (leftMs === undefined) return thread.state === 'answered' ? panel.answered : ''
  const deadline = dayAndClock(new Date(thread.clock.deadlineAt), now, time)
  return leftMs < 0 ? panel.overdue(deadline) : panel.due(deadline)
}
