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
 * ownership, art. 2), so an enterprise or merchant may name it and be its owner.
 */
export const memberKindRules: Readonly<
  Record<MemberKind, { dwelling: Need; tenure: Need; communityKinds: readonly CommunityKind[] }>
> = {
  resident: { dwelling: 'required', tenure: 'required', communityKinds: ['neighbourhood', 'village'] },
  villager: { dwelling: 'required', tenure: 'optional', communityKinds: ['village'] },
  enterprise: { dwelling: 'optional', tenure: 'optional', communityKinds: ['neighbourhood', 'village'] },
  merchant: { dwelling: 'optional', tenure: 'optional', communityKinds: ['neighbourhood', 'village'] },
  employee: { dwelling: 'none', tenure: 'none', communityKinds: ['neighbourhood', 'village'] },
}

export interface MemberClaim {
  readonly memberKind: MemberKind
  readonly communityKind: CommunityKind
  readonly hasDwelling: boolean
  readonly tenure: Tenure | null
}

export interface MemberClaimViolation {
  readonly code:
    | 'member-kind-not-here'
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
  if (rule.dwelling === 'required' && !claim.hasDwelling) return refused({ code: 'dwelling-needed' })
  if (rule.dwelling === 'none' && claim.hasDwelling) return refused({ code: 'dwelling-not-taken' })
  if (rule.tenure === 'required' && claim.tenure === null) return refused({ code: 'tenure-needed' })
  if (rule.tenure === 'none' && claim.tenure !== null) return refused({ code: 'tenure-not-taken' })
  if (claim.tenure !== null && !claim.hasDwelling) return refused({ code: 'tenure-without-dwelling' })
  return ok(claim)
}
