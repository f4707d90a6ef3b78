import './tag.css'
import { useState } from 'preact/hooks'
import { exactTime, relativeTime } from '../../messages/time.ts'
import { useCoreWords } from '../../messages/use-words.ts'
import { useNow } from './use-now.ts'

export interface RelativeTimeProps {
  /** An instant of the wire, or a Date. */
  readonly at: string | Date
  /** Inside a link nothing else may be pressed: the exact time is then only a tip. */
  readonly plain?: boolean
  readonly now?: Date
}

/** "12 分钟前"; the exact time on tap. */
export const RelativeTime = ({ at, plain = false, now }: RelativeTimeProps) => {
  const { time } = useCoreWords()
  const ticking = useNow()
  const [exact, setExact] = useState(false)
  const instant = at instanceof Date ? at : new Date(at)
  const full = exactTime(instant, time)
  const words = (
    <time class="moment" dateTime={instant.toISOString()} title={full}>
      {exact ? full : relativeTime(instant, now ?? ticking, time)}
    </time>
  )
  if (plain) return words
  return (
    <button type="button" class="moment moment--button" onClick={() => setExact(!exact)}>
      {words}
    </button>
  )
}
