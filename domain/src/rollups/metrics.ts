import { type MemberKind, memberKinds } from '../registrations/member-kinds.ts'
import { type Instant, msPerMinute } from '../time.ts'

/**
 * What is counted. Every counter counts items or memberships, never how much one person did.
 * - `submitted`: service requests. `answered`: those that got their first substantive answer. `resolved`: results stated, a
 *   second one after reopening included. `confirmed`, `unconfirmed`, `reopened`, `withdrawn`: each time it happened.
 * - `submittedPrivately`: those of `submitted` that only the committee reads. `breached`: each time the promised time passed
 *   without a substantive answer.
 * - `interactions`: a post, a reply, an answer, a question back, a 我也是 as long as it stands; a mere receipt and a view never count.
 * - `members.<kind>`, `partyMembers`: living memberships. `households`: dwellings with at least one of them.
 */
export const counterMetrics = [
  'submitted',
  'submittedPrivately',
  'answered',
  'breached',
  'resolved',
  'confirmed',
  'unconfirmed',
  'reopened',
  'withdrawn',
  'interactions',
  'households',
  'partyMembers',
] as const
export type CounterMetric = (typeof counterMetrics)[number]

/** The three times of S25, each from submission on. */
export const spanKinds = ['heard', 'answered', 'resolved'] as const
export type SpanKind = (typeof spanKinds)[number]

/** Upper ends of the buckets in minutes, inclusive, ascending; what is longer falls into the open end. */
export const spanBucketsMinutes: Readonly<Record<SpanKind, readonly number[]>> = {
  heard: [10, 60, 240, 1_440],
  answered: [60, 240, 720, 1_440],
  resolved: [1_440, 4_320, 7_200, 12_960, 21_600],
}

export type SpanMetric = `${SpanKind}.${number | 'later'}`
export type MemberMetric = `members.${MemberKind}`
export type Metric = CounterMetric | SpanMetric | MemberMetric
export type Counts = Partial<Record<Metric, number>>

export const memberMetric = (kind: MemberKind): MemberMetric => `members.${kind}`

/** The bucket of a span: exactly N minutes still belongs to the bucket that ends at N. A negative span counts as none. */
export const spanMetric = (kind: SpanKind, from: Instant, to: Instant): SpanMetric => {
  const minutes = (to.getTime() - from.getTime()) / msPerMinute
  return `${kind}.${spanBucketsMinutes[kind].find((upto) => minutes <= upto) ?? 'later'}`
}

/** All metrics of one span, in order of length, with the end that a reader is shown (`undefined`: open). */
export const bucketsOf = (kind: SpanKind): { metric: SpanMetric; uptoMinutes: number | undefined }[] => [
  ...spanBucketsMinutes[kind].map((uptoMinutes) => ({ metric: `${kind}.${uptoMinutes}` as const, uptoMinutes })),
  { metric: `${kind}.later`, uptoMinutes: undefined },
]

export const metrics: readonly Metric[] = [
  ...counterMetrics,
  ...memberKinds.map(memberMetric),
  ...spanKinds.flatMap((kind) => bucketsOf(kind).map(({ metric }) => metric)),
]
