/** The four steps of a service request, in the order in which they happen. */
export const stepKeys = ['read', 'answered', 'resolved', 'confirmed'] as const
export type StepKey = (typeof stepKeys)[number]

/** `yours`: only the resident can take this step, and it is due; no clock runs against a resident. */
export type StepState = 'done' | 'now' | 'yours' | 'todo'

export interface Step {
  readonly key: StepKey
  readonly state: StepState
  /** When it happened. */
  readonly at?: Date
  /** Milliseconds from the submission to it. */
  readonly tookMs?: number
}

export interface StepTimes {
  readonly submittedAt: string
  readonly readAt: string | null
  readonly answeredAt: string | null
  readonly resolvedAt: string | null
  /** Set only where the resident confirmed: a matter may also end without a word. */
  readonly confirmedAt: string | null
}

/**
 * The steps as they stand. A step that was skipped (answered without having been read first) counts as done with
 * the later one; the first open step is `now`, the resident's own is `yours`.
 */
export const stepsOf = (times: StepTimes): readonly Step[] => {
  const submitted = Date.parse(times.submittedAt)
  const reached = [times.readAt, times.answeredAt, times.resolvedAt, times.confirmedAt]
  const last = reached.findLastIndex((at) => at !== null)
  return stepKeys.map((key, position) => {
    const at = reached[position] ?? null
    if (at !== null) return { key, state: 'done', at: new Date(at), tookMs: Math.max(0, Date.parse(at) - submitted) }
    if (position < last) return { key, state: 'done' }
    if (position > last + 1) return { key, state: 'todo' }
    return { key, state: key === 'confirmed' ? 'yours' : 'now' }
  })
}
