import { endReasons, statedEndReasons } from '@shequtong/domain/roles/granting'
import { roleNameMaxCodePoints, roleNameMinCodePoints } from '@shequtong/domain/roles/role-name'
import { communityRoles, roles, territoryLevels } from '@shequtong/domain/roles/roles'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, DateText, InstantText, TerritoryId, Uuid } from './values.ts'

/** One line of the log of roles: living, dated to come to an end, or ended. Who it is in real life is not here. */
export const RoleGrantView = z.object({
  roleGrantId: Uuid,
  role: z.enum(roles),
  level: z.enum(territoryLevels),
  territoryId: z.number().int(),
  shownName: z.string(),
  buildingName: z.string().nullable(),
  grantedAt: InstantText,
  /** The shown name of the granter's role then; null: the operator of the installation. */
  grantedBy: z.string().nullable(),
  /** The last day, that day included. */
  endsOn: DateText.nullable(),
  endedAt: InstantText.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.enum(endReasons).nullable(),
  /** Now in force. */
  living: z.boolean(),
  /** Whether the reader may end it. */
  mayEnd: z.boolean(),
  /** Whether the reader may hand it over: whoever may grant it, and its holder while wearing it. */
  mayHandOver: z.boolean(),
})
export type RoleGrantView = z.infer<typeof RoleGrantView>

/** What a grant says of its holder. The phone finds the person, or makes one; it goes to the vault and nowhere else. */
const Holder = z.strictObject({
  phone: z.string().min(1).max(30),
  shownName: z
    .string()
    .max(200)
    .meta({
      description: `${roleNameMinCodePoints} to ${roleNameMaxCodePoints} code points; may carry the words of the office`,
    }),
  endsOn: DateText.nullable(),
})

const Grants = z.object({ grants: z.array(RoleGrantView) })
const OfficePlace = z.object({ level: z.enum(['subdistrict', 'district']), territoryId: TerritoryId })
const GrantParams = z.object({ roleGrantId: Uuid })

const decidedInside = ['unauthenticated', 'not-found', 'invalid-input'] as const
const readInside = [...decidedInside, 'not-permitted'] as const
const keyed = ['idempotency-key-missing', 'idempotency-conflict'] as const

export const listRoleGrants = endpoint({
  method: 'GET',
  path: '/communities/:communityId/role-grants',
  summary: 'Who holds and held which role in the community, newest first, the latest 500',
  permission: 'role.grant',
  params: CommunityParams,
  reply: Grants,
  problems: readInside,
})

export const grantRole = endpoint({
  method: 'POST',
  path: '/communities/:communityId/role-grants',
  summary: 'Grant a role in the community to the person with this phone',
  permission: 'role.grant',
  params: CommunityParams,
  body: Holder.extend({ role: z.enum(communityRoles), buildingId: Uuid.nullable() }),
  reply: RoleGrantView,
  problems: [...readInside, ...keyed, 'already-exists'],
})

export const listOfficers = endpoint({
  method: 'GET',
  path: '/territories/:level/:territoryId/role-grants',
  summary: 'Who holds and held the office of a subdistrict or district, newest first, the latest 500',
  permission: 'signedIn',
  params: OfficePlace,
  reply: Grants,
  problems: decidedInside,
})

export const appointOfficer = endpoint({
  method: 'POST',
  path: '/territories/:level/:territoryId/role-grants',
  summary: 'Grant the office of a subdistrict or district to the person with this phone',
  permission: 'signedIn',
  params: OfficePlace,
  body: Holder,
  reply: RoleGrantView,
  problems: [...decidedInside, ...keyed, 'not-permitted', 'already-exists'],
})

export const endRoleGrant = endpoint({
  method: 'POST',
  path: '/role-grants/:roleGrantId/end',
  summary: 'End a role now; its holder’s sessions stop acting in it at once',
  permission: 'signedIn',
  params: GrantParams,
  body: z.strictObject({ reason: z.enum(statedEndReasons) }),
  reply: RoleGrantView,
  problems: [...decidedInside, ...keyed, 'transition-refused', 'rule-refused'],
})

export const handOverRole = endpoint({
  method: 'POST',
  path: '/role-grants/:roleGrantId/hand-over',
  summary: 'End the leaver’s role and start the successor’s in one step, with the open requests assigned to it',
  permission: 'signedIn',
  params: GrantParams,
  body: Holder,
  reply: z.object({ ended: RoleGrantView, started: RoleGrantView, movedServiceRequests: z.number().int() }),
  problems: [...decidedInside, ...keyed, 'transition-refused', 'rule-refused'],
})
