import type { ServiceRequest } from './service-request.ts'

/** What the asker may rate, apart: how they were treated (态度), and what came of it (结果). */
export const ratedThings = ['attitude', 'result'] as const
export type RatedThing = (typeof ratedThings)[number]

/** From the worst to the best; said in words on a screen, never as a figure beside a person. */
export const ratingValues = [1, 2, 3, 4, 5] as const
export type RatingValue = (typeof ratingValues)[number]

/** One round's rating; each of the two may be left open, not both. */
export type Rating = Readonly<Record<RatedThing, RatingValue | null>>

/**
 * The round that the asker may rate now, 0 for the first: once a round has ended by their confirmation, by their reopening it or by
 * silence, and until the next one has its own stated result. undefined: none.
 */
export const ratedRound = ({
  state,
  reopenedCount,
}: Pick<ServiceRequest, 'state' | 'reopenedCount'>): number | undefined => {
  if (state === 'confirmed' || state === 'unconfirmed') return reopenedCount
  return (state === 'answered' || state === 'reopened') && reopenedCount > 0 ? reopenedCount - 1 : undefined
}

/** Below so many nobody in the community sees what was said, and above only whole steps of so many. Our default. */
export const ratingStep = 5

/**
 * How many ratings, the earliest first, a distribution shows: whole steps, so that one more rating never shows by itself what one
 * neighbour said. 0: none yet.
 */
export const shownCount = (given: number): number => given - (given % ratingStep)

/** How far back a committee's distribution reaches, in days (× 24 h). Our default: one quarter. */
export const ratingWindowDays = 90
