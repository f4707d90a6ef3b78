import type { InboxRow } from '@shequtong/contract/service-requests'
import { timeLeftMs } from '@shequtong/domain/service-requests/response-clock'

type Clocked = Pick<InboxRow, 'serviceRequestId' | 'clock'>

/** Nobody gave a substantive answer yet. */
export const isWaiting = ({ clock }: Pick<Clocked, 'clock'>): boolean => clock.stoppedAt === null

/** Milliseconds until an answer is due, as it stood when a clock was paused; undefined once one was given. */
export const leftMsOf = ({ deadlineAt, pausedAt, stoppedAt }: InboxRow['clock'], now: Date): number | undefined =>
  timeLeftMs(
    {
      deadlineAt: new Date(deadlineAt),
      pausedAt: pausedAt === null ? undefined : new Date(pausedAt),
      stoppedAt: stoppedAt === null ? undefined : new Date(stoppedAt),
    },
    now,
  )

/**
 * Where the eye goes when one thing is done: the next that waits for an answer, else the most urgent that still does,
 * else the next in the list. Undefined when nothing else is there.
 */
export const nextAfter = (rows: readonly Clocked[], doneId: string): string | undefined => {
  const at = rows.findIndex(({ serviceRequestId }) => serviceRequestId === doneId)
  const below = rows.slice(at + 1)
  const above = at < 0 ? [] : rows.slice(0, at)
  const next = below.find(isWaiting) ?? above.find(isWaiting) ?? below[0] ?? above.at(-1)
  return next?.serviceRequestId
}

/** One row up or down from the selected one; from nothing, the first. Stays at the ends. */
export const stepFrom = <T extends string>(ids: readonly T[], selected: T | undefined, step: 1 | -1): T | undefined => {
  const at = selected === undefined ? -1 : ids.indexOf(selected)
  if (at < 0) return ids[0]
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))]
}
