import type { Voices } from '@shequtong/contract/command-center'
import type { CommandCenterWords } from '../messages/command-center.ts'
import type { TimeWords } from '../messages/core.ts'
import { duration, relativeTime } from '../messages/time.ts'

export type Voice = Voices['latest'][number]

export interface Reached {
  readonly step: 'resolved' | 'answered' | 'heard' | 'unheard'
  readonly said: string
}

/** How far an item is, and how long that took. */
export const reachedBy = (
  { times }: Pick<Voice, 'times'>,
  now: Date,
  { voices }: CommandCenterWords,
  time: TimeWords,
): Reached => {
  const since = Date.parse(times.submittedAt)
  const took = (at: string) => duration(Date.parse(at) - since, time)
  if (times.resolvedAt !== null) return { step: 'resolved', said: voices.resolved(took(times.resolvedAt)) }
  if (times.answeredAt !== null) return { step: 'answered', said: voices.answered(took(times.answeredAt)) }
  if (times.readAt !== null)
    return { step: 'heard', said: voices.heard(relativeTime(new Date(times.readAt), now, time)) }
  return { step: 'unheard', said: voices.unheard(duration(now.getTime() - since, time)) }
}
