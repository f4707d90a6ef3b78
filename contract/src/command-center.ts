import { communityKinds, subdistrictKinds } from '@shequtong/domain/territory/territory'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { InboxRow, ServiceRequestCard } from './service-requests.ts'
import { CommunityParams, InstantText, PageQuery, pageOf, TerritoryId } from './values.ts'

/** Counters of one territory, read from rollups. Counts of items, never of persons who answer. */
export const Backlog = z.object({
  waiting: z.number().int(),
  overdue: z.number().int(),
  inHand: z.number().int(),
  awaitingConfirmation: z.number().int(),
})

const tile = {
  territoryId: z.number().int(),
  name: z.string(),
  backlog: Backlog,
  oldestWaitingSince: z.string().nullable(),
}

/** How long until heard, answered, resolved: counts of items per bucket; `uptoMinutes` null is the open end. */
export const Distribution = z.array(z.object({ uptoMinutes: z.number().int().nullable(), count: z.number().int() }))

export const figureKinds = [
  'communities',
  'households',
  'members',
  'enterprises',
  'merchants',
  'partyMembers',
  'employees',
  'interactions',
] as const

export const DistrictOverview = z.object({
  districtId: z.number().int(),
  name: z.string(),
  figures: z.array(z.object({ kind: z.enum(figureKinds), value: z.number().int() })),
  backlog: Backlog,
  heard: Distribution,
  answered: Distribution,
  resolved: Distribution,
  /** The last 24 hours in Asia/Shanghai, oldest first. */
  hours: z.array(z.object({ hour: z.string(), submitted: z.number().int(), answered: z.number().int() })),
  subdistricts: z.array(z.object({ ...tile, kind: z.enum(subdistrictKinds), communityCount: z.number().int() })),
})
export type DistrictOverview = z.infer<typeof DistrictOverview>

/** Decided inside by the officer's territory: allowed or invisible. */
const above = ['unauthenticated', 'not-found', 'invalid-input'] as const
const problems = [...above, 'not-permitted'] as const

export const readDistrict = endpoint({
  method: 'GET',
  path: '/districts/:districtId/overview',
  summary: 'The district at a glance, from rollups',
  permission: 'signedIn',
  params: z.object({ districtId: TerritoryId }),
  reply: DistrictOverview,
  problems: above,
})

export const listCommunities = endpoint({
  method: 'GET',
  path: '/districts/:districtId/communities',
  summary: 'The communities of a district by name, in administrative order, to find one by typing',
  permission: 'signedIn',
  params: z.object({ districtId: TerritoryId }),
  reply: z.object({
    communities: z.array(
      z.object({
        communityId: z.number().int(),
        name: z.string(),
        kind: z.enum(communityKinds),
        subdistrictId: z.number().int(),
        subdistrictName: z.string(),
      }),
    ),
  }),
  problems: above,
})

export const readSubdistrict = endpoint({
  method: 'GET',
  path: '/subdistricts/:subdistrictId/overview',
  summary: 'One subdistrict: its communities with their backlog, in administrative order',
  permission: 'signedIn',
  params: z.object({ subdistrictId: TerritoryId }),
  reply: z.object({
    ...tile,
    kind: z.enum(subdistrictKinds),
    districtId: z.number().int(),
    districtName: z.string(),
    communities: z.array(z.object({ ...tile, kind: z.enum(communityKinds), members: z.number().int() })),
  }),
  problems: above,
})

export const readCommunityOverview = endpoint({
  method: 'GET',
  path: '/communities/:communityId/overview',
  summary: 'One community as the officers see it: figures, backlog, the three times',
  permission: 'command.view',
  params: CommunityParams,
  reply: z.object({
    ...tile,
    kind: z.enum(communityKinds),
    subdistrictId: z.number().int(),
    subdistrictName: z.string(),
    districtId: z.number().int(),
    districtName: z.string(),
    households: z.number().int(),
    members: z.number().int(),
    subAreas: z.array(z.string()),
    heard: Distribution,
    answered: Distribution,
    resolved: Distribution,
  }),
  problems,
})

/** An item as officers list it: what is private shows neither title nor name until it is escalated. */
export const OfficerRow = InboxRow.extend({
  communityId: z.number().int(),
  communityName: z.string(),
  restricted: z.boolean(),
  /** Since when its clock runs: the submission, or the latest reopening. */
  waitingSince: InstantText,
})
export type OfficerRow = z.infer<typeof OfficerRow>

export const listCommunityItems = endpoint({
  method: 'GET',
  path: '/communities/:communityId/open-items',
  summary: 'What is not yet finished in one community, most urgent first',
  permission: 'command.view',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(OfficerRow),
  problems,
})

export const listSubdistrictOverdue = endpoint({
  method: 'GET',
  path: '/subdistricts/:subdistrictId/overdue',
  summary:
    'What nobody answered in time, the longest overdue first; what waits for the asker or is paused is not among it',
  permission: 'signedIn',
  params: z.object({ subdistrictId: TerritoryId }),
  query: PageQuery,
  reply: pageOf(OfficerRow),
  problems: above,
})

export const listDistrictVoices = endpoint({
  method: 'GET',
  path: '/districts/:districtId/voices',
  summary: "Today's voices across the district, newest first, and the items that wait longest",
  permission: 'signedIn',
  params: z.object({ districtId: TerritoryId }),
  reply: z.object({
    latest: z.array(ServiceRequestCard.extend({ communityName: z.string() })),
    oldestWaiting: z.array(OfficerRow),
  }),
  problems: above,
})
