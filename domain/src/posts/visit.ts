import { addMs, type Instant, msPerMinute } from '../time.ts'

/** Coming back within this time goes on with the same visit. Our default: a pot of tea. */
export const visitGapMinutes = 30

export interface Visit {
  readonly visitedAt: Instant
  /** When the visit before this one ended; absent on the first. */
  readonly previousAt: Instant | undefined
}

/** The visit after looking in at `now`. What is newer than `previousAt` is new since the last visit. */
export const visit = (known: Visit | undefined, now: Instant): Visit => {
  if (known === undefined) return { visitedAt: now, previousAt: undefined }
  const isSame = now.getTime() < addMs(known.visitedAt, visitGapMinutes * msPerMinute).getTime()
  const visitedAt = now.getTime() > known.visitedAt.getTime() ? now : known.visitedAt
  return { visitedAt, previousAt: isSame ? known.previousAt : known.visitedAt }
}
