import { ok, type Result, refused } from '../result.ts'

export const consentKinds = ['service', 'sensitiveIdentity', 'rollComparison', 'partyBadge', 'smsNotice'] as const
export type ConsentKind = (typeof consentKinds)[number]

/**
 * What is asked when joining, one by one. `required`: without it there is no membership, because the service cannot be given
 * (Personal Information Protection Law, art. 16). `separate`: its own box and its own sentence, never bundled (PIPL 29).
 * For a child under 14 the guardian gives them (PIPL 31).
 */
export const consentRules: Readonly<Record<ConsentKind, { required: boolean; separate: boolean; source: string }>> = {
  service: { required: true, separate: false, source: '个人信息保护法 13, 14, 17' },
  sensitiveIdentity: { required: true, separate: true, source: '个人信息保护法 28, 29, 30; 网络安全法(2025) 26' },
  rollComparison: { required: true, separate: false, source: '个人信息保护法 13, 14' },
  partyBadge: { required: false, separate: true, source: '个人信息保护法 25, 28, 29' },
  smsNotice: { required: false, separate: false, source: '个人信息保护法 14, 16' },
}

export interface ConsentNeeded {
  readonly code: 'consent-needed'
  readonly missing: readonly ConsentKind[]
}

/**
 * The consents given, each once and in the order of `consentKinds`. Refuses when a required one is missing, or the Party badge
 * is declared without its own consent. An optional one that is absent never refuses.
 */
export const checkConsents = (
  given: readonly ConsentKind[],
  asked: { readonly declaresParty: boolean },
): Result<readonly ConsentKind[], ConsentNeeded> => {
  const isNeeded = (kind: ConsentKind) => consentRules[kind].required || (kind === 'partyBadge' && asked.declaresParty)
  const missing = consentKinds.filter((kind) => isNeeded(kind) && !given.includes(kind))
  if (missing.length > 0) return refused({ code: 'consent-needed', missing })
  return ok(consentKinds.filter((kind) => given.includes(kind)))
}
