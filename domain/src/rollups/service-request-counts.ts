import type { Visibility } from '../service-requests/states.ts'
import type { Instant } from '../time.ts'
import { interactionsOf } from './interactions.ts'
import { type CounterMetric, type Counts, type SpanKind, spanMetric } from './metrics.ts'

/** What happened to a service request, as the outbox names it without its aggregate. */
export interface ServiceRequestFact {
  readonly did: string
  readonly after: ServiceRequestTimes
  /** As the fact before left it; absent for the first. */
  readonly before: ServiceRequestTimes | undefined
}

export interface ServiceRequestTimes {
  readonly visibility: Visibility
  readonly submittedAt: Instant
  readonly readAt: Instant | undefined
  readonly answeredAt: Instant | undefined
  readonly resolvedAt: Instant | undefined
  readonly reopenedCount: number
}

const counted: Readonly<Record<string, CounterMetric>> = {
  submitted: 'submitted',
  breached: 'breached',
  resolved: 'resolved',
  // every asker has the result as their own
  result_carried: 'resolved',
  confirmed: 'confirmed',
  lapsed: 'unconfirmed',
  reopened: 'reopened',
  withdrawn: 'withdrawn',
}

/**
 * What one fact adds to the counters of its territory. Each of the three times is counted once per request, when it is first
 * set: reading is often implied by an answer, and an answer by a result. A second round after reopening adds no span.
 */
export const countsOfServiceRequest = ({ did, after, before }: ServiceRequestFact): Counts => {
  const counts: Counts = {}
  const metric = counted[did]
  if (metric !== undefined) counts[metric] = 1
  if (did === 'submitted' && after.visibility === 'private') counts.submittedPrivately = 1
  const interactions = interactionsOf(`service_request.${did}`)
  if (interactions !== 0) counts.interactions = interactions
  const span = (kind: SpanKind, at: Instant) => {
    counts[spanMetric(kind, after.submittedAt, at)] = 1
  }
  if (after.readAt !== undefined && before?.readAt === undefined) span('heard', after.readAt)
  if (after.answeredAt !== undefined && before?.answeredAt === undefined) {
    counts.answered = 1
    span('answered', after.answeredAt)
  }
  if (after.resolvedAt !== undefined && before?.resolvedAt === undefined && after.reopenedCount === 0)
    span('resolved', after.resolvedAt)
  return counts
}
