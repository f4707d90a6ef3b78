import { ratingValues } from '@shequtong/domain/service-requests/ratings'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { ServiceRequestParams, written } from './service-requests.ts'
import { CommunityParams } from './values.ts'

/** Rated in words; each of the two may be left open. */
export const RatingValue = z.union(ratingValues.map((value) => z.literal(value)))
export const RatingView = z.object({ attitude: RatingValue.nullable(), result: RatingValue.nullable() })
export type RatingView = z.infer<typeof RatingView>

export const rateServiceRequest = endpoint({
  method: 'POST',
  path: '/communities/:communityId/service-requests/:serviceRequestId/rating',
  summary: 'The asker says how they were treated and what came of it, once per round, changeable until the next result',
  permission: 'serviceRequest.ownVoice',
  params: ServiceRequestParams,
  body: z.strictObject({ attitude: RatingValue.nullable(), result: RatingValue.nullable() }),
  reply: RatingView,
  problems: [...written, 'transition-refused', 'rule-refused'],
})

export const readOwnRating = endpoint({
  method: 'GET',
  path: '/communities/:communityId/service-requests/:serviceRequestId/rating',
  summary: "The asker's own rating of the round that may be rated now; nobody else reads it",
  permission: 'serviceRequest.readOwn',
  params: ServiceRequestParams,
  reply: RatingView,
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})

/** How many gave each value, the worst first; null: fewer than five rated. Of more, whole steps of five, the earliest first. */
const Distribution = z.array(z.number().int()).length(ratingValues.length).nullable()
export const readRatings = endpoint({
  method: 'GET',
  path: '/communities/:communityId/ratings',
  summary: 'How askers rated attitude and result in the last 90 days, apart, from five ratings on; of no person',
  permission: 'rating.view',
  params: CommunityParams,
  reply: z.object({ attitude: Distribution, result: Distribution }),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})
