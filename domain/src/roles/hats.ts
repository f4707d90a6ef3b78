import type { MemberKind, Tenure } from '../registrations/member-kinds.ts'
import type { CommunityPlace } from '../territory/territory.ts'
import type { Role, TerritoryLevel } from './roles.ts'

export const membershipStates = ['active', 'suspended', 'ended'] as const
export type MembershipState = (typeof membershipStates)[number]

/**
 * A hat is the capacity in which a person acts: as a member of one community, or in one role of one territory.
 * A person may own several and wears one at a time; it is always visible and signs what is written under it.
 */
export type Hat = MemberHat | RoleHat

export interface MemberHat {
  readonly type: 'member'
  readonly place: CommunityPlace
  readonly state: MembershipState
  readonly kind: MemberKind
  readonly tenure: Tenure | null
}

export interface RoleHat {
  readonly type: 'role'
  readonly role: Role
  readonly level: TerritoryLevel
  /** The district, subdistrict or community for which the role was granted. */
  readonly territoryId: number
}

/** Whether `hat` belongs to or stands above the community `place`. */
export const covers = (hat: Hat, place: CommunityPlace): boolean => {
  if (hat.type === 'member') return hat.place.communityId === place.communityId
  if (hat.level === 'community') return hat.territoryId === place.communityId
  if (hat.level === 'subdistrict') return hat.territoryId === place.subdistrictId
  return hat.territoryId === place.districtId
}
