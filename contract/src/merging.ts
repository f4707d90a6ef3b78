import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { act, ClockView, one, ServiceRequestParams, Voice } from './service-requests.ts'
import { InstantText, Uuid } from './values.ts'

/** More are merged in several steps. */
export const maxMergedAtOnce = 20

export const mergeServiceRequests = act(
  'merge',
  'serviceRequest.direct',
  'Merge others into this one: their askers, voices and clocks go with them; the most urgent clock counts',
  z.strictObject({ duplicateIds: z.array(Uuid).min(1).max(maxMergedAtOnce) }),
  ['transition-refused', 'rule-refused'],
)
export const splitServiceRequest = act(
  'split',
  'serviceRequest.direct',
  'Undo its merging: it goes on by itself, with its own clock and voices',
  z.strictObject({}),
  ['transition-refused'],
)

/** One that might be merged into another. `seemsSame`: by its words and where it was said. */
export const MergeCandidate = z.object({
  serviceRequestId: Uuid,
  by: Voice,
  text: z.string(),
  place: z.string(),
  submittedAt: InstantText,
  clock: ClockView,
  supporterCount: z.number().int(),
  mergedCount: z.number().int(),
  seemsSame: z.boolean(),
})
export type MergeCandidate = z.infer<typeof MergeCandidate>

export const listMergeCandidates = endpoint({
  method: 'GET',
  path: `${one}/merge-candidates`,
  summary: 'What else is open and might be the same matter, the likest first',
  permission: 'serviceRequest.direct',
  params: ServiceRequestParams,
  reply: z.object({ items: z.array(MergeCandidate) }),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})
