import { timeLeft, type Urgency, urgencyOf } from '../../messages/time.ts'
import { useCoreWords } from '../../messages/use-words.ts'
import { Tag, type TagTone } from './tag.tsx'

const tones: Record<Urgency, TagTone> = { still: 'still', running: 'time', late: 'late' }

export interface TimeLeftProps {
  /** Milliseconds until the deadline; negative once it is over. */
  readonly ms: number
  /** The clock stands still: the words say so and nothing runs. */
  readonly paused?: boolean
}

export const TimeLeft = ({ ms, paused = false }: TimeLeftProps) => {
  const { time } = useCoreWords()
  if (paused)
    return (
      <Tag tone="still" icon="pause">
        {time.paused}
      </Tag>
    )
  return <Tag tone={tones[urgencyOf(ms)]}>{timeLeft(ms, time)}</Tag>
}
