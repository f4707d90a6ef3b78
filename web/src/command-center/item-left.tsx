import type { OfficerRow } from '@shequtong/contract/command-center'
import { commandCenterWords } from '../messages/command-center.ts'
import { duration } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Tag } from '../ui/time/tag.tsx'
import { TimeLeft } from '../ui/time/time-left.tsx'
import { useNow } from '../ui/time/use-now.ts'

/** Where an item stands in time: until it must be answered, how long it is in hand, or that the resident has the word. */
export const ItemLeft = ({ row: { state, clock } }: { readonly row: OfficerRow }) => {
  const { community } = useWords(commandCenterWords)
  const { time } = useCoreWords()
  const now = useNow()
  if (state === 'resolved') return <Tag tone="done">{community.confirm}</Tag>
  if (clock.stoppedAt !== null)
    return <Tag tone="still">{community.inHand(duration(now.getTime() - Date.parse(clock.stoppedAt), time))}</Tag>
  return <TimeLeft ms={Date.parse(clock.deadlineAt) - now.getTime()} paused={clock.pausedAt !== null} />
}
