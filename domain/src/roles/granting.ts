import { ok, type Result, refused } from '../result.ts'
import { addDays, type DateOn } from '../time.ts'
import type { Hat } from './hats.ts'
import { mayViewDistrict, mayViewSubdistrict } from './officers.ts'
import { levelOf, mayGrant, type Role } from './roles.ts'

/** A territory of any level with those above it. */
export type TerritoryPlace =
  | { readonly level: 'district'; readonly districtId: number }
  | { readonly level: 'subdistrict'; readonly subdistrictId: number; readonly districtId: number }
  | {
      readonly level: 'community'
      readonly communityId: number
      readonly subdistrictId: number
      readonly districtId: number
    }

/** The id that a grant for `place` carries. */
export const territoryIdOf = (place: TerritoryPlace): number =>
  place.level === 'community'
    ? place.communityId
    : place.level === 'subdistrict'
      ? place.subdistrictId
      : place.districtId

/** Whether the role of `hat` was granted for `place` or for a territory above it. */
const reaches = (hat: Hat | undefined, place: TerritoryPlace): hat is Hat & { type: 'role' } => {
  if (hat?.type !== 'role') return false
  if (hat.level === 'district') return hat.territoryId === place.districtId
  if (place.level === 'district') return false
  if (hat.level === 'subdistrict') return hat.territoryId === place.subdistrictId
  return place.level === 'community' && hat.territoryId === place.communityId
}

/** Whether the wearer of `hat` may grant and end `role` for `place`: by `mayGrant`, inside the own territory, on the role's level. */
export const mayGrantAt = (hat: Hat | undefined, role: Role, place: TerritoryPlace): boolean =>
  levelOf(role) === place.level && reaches(hat, place) && mayGrant(hat.role, role)

/**
 * Whether the wearer of `hat` may read who holds and held roles for `place`: of a community secretary, director and the
 * officers above it; of a subdistrict or a district whoever may open its page. Who may not must not learn that it exists.
 */
export const maySeeGrants = (hat: Hat | undefined, place: TerritoryPlace): boolean => {
  if (place.level === 'district') return mayViewDistrict(hat, place.districtId)
  if (place.level === 'subdistrict') return mayViewSubdistrict(hat, place)
  return reaches(hat, place) && mayGrant(hat.role, 'committeeMember')
}

export interface HeldGrant {
  readonly roleGrantId: string
  readonly role: Role
  readonly place: TerritoryPlace
}

/**
 * Whether a grant may be handed over to a successor: by whoever may grant the role, and by the leaver, who wears it at that
 * moment. `wornRoleGrantId` is the grant of the hat worn.
 */
export const mayHandOver = (hat: Hat | undefined, wornRoleGrantId: string | undefined, grant: HeldGrant): boolean =>
  (hat?.type === 'role' && wornRoleGrantId === grant.roleGrantId) || mayGrantAt(hat, grant.role, grant.place)

/** Why a grant ended. `expired` and `handedOver` are found by the program, the others are said by the granter. */
export const statedEndReasons = ['termOver', 'resigned', 'transferred', 'removed'] as const
export const endReasons = [...statedEndReasons, 'handedOver', 'expired'] as const
export type EndReason = (typeof endReasons)[number]

/** Longest span of a dated grant: two terms of a committee of five years (城市居民委员会组织法 art. 16). Own plausibility bound. */
export const maxGrantDays = 3_660

export interface GrantSpanViolation {
  readonly code: 'ends-on-past' | 'ends-on-too-late'
}

/** The last day of a grant (Asia/Shanghai, that day included): `todayOn` or later, at most `maxGrantDays` on; null: open. */
export const checkGrantEnd = (endsOn: DateOn | null, todayOn: DateOn): Result<DateOn | null, GrantSpanViolation> => {
  if (endsOn === null) return ok(null)
  if (endsOn < todayOn) return refused({ code: 'ends-on-past' })
  return endsOn > addDays(todayOn, maxGrantDays) ? refused({ code: 'ends-on-too-late' }) : ok(endsOn)
}
