import type { CommunityPlace } from '../territory/territory.ts'
import { defaultResponseRule, type ResponseRule } from './response-clock.ts'
import type { ServiceRequestKind } from './states.ts'

/** One number of one place; the row that holds it names its source. Days and hours are whole and at least 1. */
export type Measure =
  | ResponseRule
  /** How far ahead a suspension may reach, in calendar days from today. */
  | { readonly suspendAtMostDays: number }
  /** After how many days (× 24 h) the asker is reminded once of a question that waits. */
  | { readonly remindAskedBackAfterDays: number }

/** A rule of a community, of a district, or of everywhere (both null), for one kind of request or for all (null). */
export interface LocalRule {
  readonly communityId: number | null
  readonly districtId: number | null
  readonly kind: ServiceRequestKind | null
  readonly measure: Measure
}

/** What holds while a request waits for somebody else. */
export interface WaitingRule {
  readonly suspendAtMostDays: number
  readonly remindAskedBackAfterDays: number
}

/** Used where no row says otherwise. Our own bounds: the sources name no end of a suspension. */
export const defaultWaitingRule: WaitingRule = { suspendAtMostDays: 30, remindAskedBackAfterDays: 3 }

interface About {
  readonly place: CommunityPlace
  readonly kind: ServiceRequestKind
}

const applies = (rule: LocalRule, { place, kind }: About): boolean =>
  (rule.communityId === null || rule.communityId === place.communityId) &&
  (rule.districtId === null || rule.districtId === place.districtId) &&
  (rule.kind === null || rule.kind === kind)

/** A community weighs more than a district, and a district more than a kind. */
const weightOf = ({ communityId, districtId, kind }: LocalRule): number =>
  (communityId === null ? 0 : 4) + (districtId === null ? 0 : 2) + (kind === null ? 0 : 1)

/** The most particular measure that applies; of two equal ones the first given. */
const mostParticular = <M extends Measure>(
  rules: readonly LocalRule[],
  about: About,
  is: (measure: Measure) => measure is M,
): M | undefined => {
  let chosen: { readonly measure: M; readonly weight: number } | undefined
  for (const rule of rules) {
    const { measure } = rule
    if (!is(measure) || !applies(rule, about)) continue
    const weight = weightOf(rule)
    if (chosen === undefined || weight > chosen.weight) chosen = { measure, weight }
  }
  return chosen?.measure
}

const isAnswer = (measure: Measure): measure is ResponseRule =>
  'answerWithinHours' in measure || 'answerWithinWorkingDays' in measure
const isSuspension = (measure: Measure): measure is Extract<Measure, { suspendAtMostDays: number }> =>
  'suspendAtMostDays' in measure
const isReminder = (measure: Measure): measure is Extract<Measure, { remindAskedBackAfterDays: number }> =>
  'remindAskedBackAfterDays' in measure

/**
 * How long until an answer is due, of all `rules` the most particular: community before district before everywhere, and on
 * the same level one kind before all kinds. Without one: `defaultResponseRule`.
 */
export const answerRuleFor = (
  rules: readonly LocalRule[],
  place: CommunityPlace,
  kind: ServiceRequestKind,
): ResponseRule => mostParticular(rules, { place, kind }, isAnswer) ?? defaultResponseRule

/** The bounds of waiting, each chosen for itself like an answer's; without a rule: `defaultWaitingRule`. */
export const waitingRuleFor = (
  rules: readonly LocalRule[],
  place: CommunityPlace,
  kind: ServiceRequestKind,
): WaitingRule => ({
  ...defaultWaitingRule,
  ...mostParticular(rules, { place, kind }, isSuspension),
  ...mostParticular(rules, { place, kind }, isReminder),
})
