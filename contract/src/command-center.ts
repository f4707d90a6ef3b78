import { periods } from '@shequtong/domain/rollups/periods'
import { communityKinds, subdistrictKinds } from '@shequtong/domain/territory/territory'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { InboxRow, ServiceRequestCard } from './service-requests.ts'
import { CommunityParams, DateText, InstantText, PageQuery, pageOf, TerritoryId } from './values.ts'

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

/** What happened to items in a span of days; the day is that of the deed, not of the submission. */
export const deedKinds = ['submitted', 'answered', 'resolved', 'reopened', 'overdue'] as const

const DaysCounted = z.object({
  /** Null since the beginning. Both days are whole days in Asia/Shanghai and inclusive. */
  fromOn: DateText.nullable(),
  toOn: DateText,
  deeds: z.array(z.object({ kind: z.enum(deedKinds), count: z.number().int() })),
  heard: Distribution,
  answered: Distribution,
  resolved: Distribution,
})

/** A period up to now, and as many days right before it; nothing lies before the beginning. */
export const PeriodCounted = DaysCounted.extend({ period: z.enum(periods), before: DaysCounted.nullable() })
export type PeriodCounted = z.infer<typeof PeriodCounted>

const PeriodQuery = z.object({ period: z.enum(periods).default('month') })

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
  counted: PeriodCounted,
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
  query: PeriodQuery,
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
  query: PeriodQuery,
  reply: z.object({
    ...tile,
    kind: z.enum(subdistrictKinds),
    districtId: z.number().int(),
    districtName: z.string(),
    counted: PeriodCounted,
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
  query: PeriodQuery,
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
    counted: PeriodCounted,
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

const Voices = z.object({
  /** Told since midnight in Asia/Shanghai; `privately`: those of them that only the committee reads, which stand nowhere below. */
  today: z.object({ submitted: z.number().int(), privately: z.number().int() }),
  latest: z.array(ServiceRequestCard.extend({ communityName: z.string() })),
  oldestWaiting: z.array(OfficerRow),
})
export type Voices = z.infer<typeof Voices>

export const listDistrictVoices = endpoint({
  method: 'GET',
  path: '/districts/:districtId/voices',
  summary: "Today's voices across the district, newest first, and the items that wait longest",
  permission: 'signedIn',
  params: z.object({ districtId: TerritoryId }),
  reply: Voices,
  problems: above,
})

export const listSubdistrictVoices = endpoint({
  method: 'GET',
  path: '/subdistricts/:subdistrictId/voices',
  summary: "Today's voices in one subdistrict, newest first, and the items that wait longest",
  permission: 'signedIn',
  params: z.object({ subdistrictId: TerritoryId }),
  reply: Voices,
  problems: above,
})
