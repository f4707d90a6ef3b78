import { ok, type Result, refused } from '../result.ts'
import type { CommunityKind } from '../territory/territory.ts'

/** 居民 · 村民 · 企业 · 商户 · 职工. An enterprise or merchant is the natural person who speaks for it. */
export const memberKinds = ['resident', 'villager', 'enterprise', 'merchant', 'employee'] as const
export type MemberKind = (typeof memberKinds)[number]

/** 业主 · 共有人 · 租户 · 家属. */
export const tenures = ['propertyOwner', 'coOwner', 'tenant', 'family'] as const
export type Tenure = (typeof tenures)[number]

export type Need = 'required' | 'optional' | 'none'

/**
 * What each kind states when it joins, and where it can join. A villager's house stands on collective land, so its tenure says
 * nothing about votes and may stay open. A shop or office can be an exclusive unit (2020 interpretation on condominium
 * ownership, art. 2), so an enterprise or merchant may name it and be its owner. A child
 * under 14 joins at its guardian's home and speaks for no business (PIPL art. 31; Civil Code art. 19, 20).
 */
export const memberKindRules: Readonly<
  Record<MemberKind, { dwelling: Need; tenure: Need; communityKinds: readonly CommunityKind[]; forChildren: boolean }>
> = {
  resident: {
    dwelling: 'required',
    tenure: 'required',
    communityKinds: ['neighbourhood', 'village'],
    forChildren: true,
  },
  villager: { dwelling: 'required', tenure: 'optional', communityKinds: ['village'], forChildren: true },
  enterprise: {
    dwelling: 'optional',
    tenure: 'optional',
    communityKinds: ['neighbourhood', 'village'],
    forChildren: false,
  },
  merchant: {
    dwelling: 'optional',
    tenure: 'optional',
    communityKinds: ['neighbourhood', 'village'],
    forChildren: false,
  },
  employee: { dwelling: 'none', tenure: 'none', communityKinds: ['neighbourhood', 'village'], forChildren: false },
}

export interface MemberClaim {
  readonly memberKind: MemberKind
  readonly communityKind: CommunityKind
  readonly hasDwelling: boolean
  readonly tenure: Tenure | null
  /** Under 14: see `guardianBelowAgeYears`. */
  readonly isChild: boolean
}

export interface MemberClaimViolation {
  readonly code:
    | 'member-kind-not-here'
    | 'member-kind-not-for-children'
    | 'dwelling-needed'
    | 'dwelling-not-taken'
    | 'tenure-needed'
    | 'tenure-not-taken'
    | 'tenure-without-dwelling'
}

/** Whether kind, community, dwelling and tenure go together by `memberKindRules`. A tenure is always of a dwelling. */
export const checkMemberClaim = (claim: MemberClaim): Result<MemberClaim, MemberClaimViolation> => {
  const rule = memberKindRules[claim.memberKind]
  if (!rule.communityKinds.includes(claim.communityKind)) return refused({ code: 'member-kind-not-here' })
  if (claim.isChild && !rule.forChildren) return refused({ code: 'member-kind-not-for-children' })
  if (rule.dwelling === 'required' && !claim.hasDwelling) return refused({ code: 'dwelling-needed' })
  if (rule.dwelling === 'none' && claim.hasDwelling) return refused({ code: 'dwelling-not-taken' })
  if (rule.tenure === 'required' && claim.tenure === null) return refused({ code: 'tenure-needed' })
  if (rule.tenure === 'none' && claim.tenure !== null) return refused({ code: 'tenure-not-taken' })
  if (claim.tenure !== null && !claim.hasDwelling) return refused({ code: 'tenure-without-dwelling' })
  return ok(claim)
}
