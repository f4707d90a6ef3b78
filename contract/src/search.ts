import { longestQueryCodePoints } from '@shequtong/domain/search/searched-kinds'
import {
  entryKinds,
  serviceRequestKinds,
  serviceRequestStates,
  visibilities,
} from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { PhotoView, Voice } from './service-requests.ts'
import { CommunityParams, Cursor, InstantText, pageOf, plainText, TerritoryId, Uuid } from './values.ts'

/** Words in pieces, those that were looked for marked. No markup crosses the wire. */
export const MarkedText = z.array(z.object({ text: z.string(), marked: z.boolean() }))
export type MarkedText = z.infer<typeof MarkedText>

const common = {
  communityId: z.number().int(),
  communityName: z.string(),
  subjectId: Uuid,
  /** What was said: the subject itself, or one entry of its thread. */
  partId: Uuid,
  /** What the thread is about: its title, or its first words. */
  title: MarkedText,
  snippet: MarkedText,
  at: InstantText,
}

/** Something said that has the words in it, with the thread it belongs to. */
export const SearchHit = z.discriminatedUnion('subjectKind', [
  z.object({
    subjectKind: z.literal('serviceRequest'),
    ...common,
    kind: z.enum(serviceRequestKinds),
    state: z.enum(serviceRequestStates),
    visibility: z.enum(visibilities),
    place: MarkedText,
    by: Voice.nullable(),
    /** Null: the subject's own first words. */
    entryKind: z.enum(entryKinds).nullable(),
  }),
  z.object({
    subjectKind: z.literal('post'),
    ...common,
    boardId: Uuid,
    /** How the part of the community is called that it is for; null: all of it. */
    placeName: z.string().nullable(),
    by: Voice,
  }),
])
export type SearchHit = z.infer<typeof SearchHit>

const SearchQuery = z.object({ q: plainText(1, longestQueryCodePoints), cursor: Cursor })
const problems = ['unauthenticated', 'not-found', 'invalid-input'] as const

export const searchCommunity = endpoint({
  method: 'GET',
  path: '/communities/:communityId/search',
  summary: 'What was said in a community with these words in it, newest first, as far as the reader may see it',
  permission: 'community.view',
  params: CommunityParams,
  query: SearchQuery,
  reply: pageOf(SearchHit),
  problems,
})

/** Decided inside by the officer's territory: allowed or invisible. */
export const searchDistrict = endpoint({
  method: 'GET',
  path: '/districts/:districtId/search',
  summary: 'The same across the communities of a district, for its officer',
  permission: 'signedIn',
  params: z.object({ districtId: TerritoryId }),
  query: SearchQuery,
  reply: pageOf(SearchHit),
  problems,
})

export const searchSubdistrict = endpoint({
  method: 'GET',
  path: '/subdistricts/:subdistrictId/search',
  summary: 'The same across the communities of a subdistrict, for its officer and the one of the district',
  permission: 'signedIn',
  params: z.object({ subdistrictId: TerritoryId }),
  query: SearchQuery,
  reply: pageOf(SearchHit),
  problems,
})

export const SimilarRequest = z.object({
  serviceRequestId: Uuid,
  communityId: z.number().int(),
  title: z.string(),
  place: z.string(),
  photo: PhotoView.nullable(),
  submittedAt: InstantText,
  state: z.enum(serviceRequestStates),
  /** It was said of the building that was picked. */
  sameBuilding: z.boolean(),
})
export type SimilarRequest = z.infer<typeof SimilarRequest>

/**
 * A question whose words are not yet published: they travel in the body, because addresses are written into the logs of whatever
 * stands before the server, and its reply is kept under no key.
 */
export const findSimilar = endpoint({
  method: 'POST',
  path: '/communities/:communityId/similar',
  summary: 'Open requests of neighbours that are about the same as what is being written',
  permission: 'serviceRequest.submit',
  params: CommunityParams,
  body: z.strictObject({ text: plainText(6, 2_000), buildingId: Uuid.nullable().default(null) }),
  keeps: 'nothing',
  reply: z.object({ items: z.array(SimilarRequest) }),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input', 'idempotency-key-missing'],
})
