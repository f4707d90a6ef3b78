import { guardianBelowAgeYears, voteFromAgeYears } from '../identity/age.ts'
import { ok, type Result, refused } from '../result.ts'
import type { MemberKind, Tenure } from './member-kinds.ts'

/** What an approved member can do in a community. `joinVoice` is 我也是, `secondTopic` 附议, `pledge` 认领, `declareParty` 亮身份. */
export const memberActions = [
  'readFeed',
  'submitServiceRequest',
  'reply',
  'joinVoice',
  'secondTopic',
  'voteAsResident',
  'voteAsPropertyOwner',
  'joinActivity',
  'offerHelp',
  'pledge',
  'joinChat',
  'declareParty',
] as const
export type MemberAction = (typeof memberActions)[number]

/** `owners`: only with the tenure of propertyOwner or coOwner. */
export type Right = 'yes' | 'no' | 'owners'

const living: Record<MemberAction, Right> = {
  readFeed: 'yes',
  submitServiceRequest: 'yes',
  reply: 'yes',
  joinVoice: 'yes',
  secondTopic: 'yes',
  voteAsResident: 'yes',
  voteAsPropertyOwner: 'owners',
  joinActivity: 'yes',
  offerHelp: 'yes',
  pledge: 'yes',
  joinChat: 'yes',
  declareParty: 'yes',
}

const working: Record<MemberAction, Right> = {
  ...living,
  secondTopic: 'no',
  voteAsResident: 'no',
  joinChat: 'no',
}

/**
 * Kind × action. The self-government of residents and its chat belong to who lives here (Organic Law of Urban Residents'
 * Committees 2025, art. 16, 26); joint decisions to property owners, whoever they are, never to tenants (Civil Code art. 278;
 * 2020 interpretation on condominium ownership, art. 1, 2). A villager's house is no exclusive unit. An enterprise is not a
 * person who could be a Party member. Where neither says anything the cell is our default.
 */
export const memberRights: Readonly<Record<MemberKind, Readonly<Record<MemberAction, Right>>>> = {
  resident: living,
  villager: { ...living, voteAsPropertyOwner: 'no' },
  enterprise: { ...working, declareParty: 'no' },
  merchant: working,
  employee: { ...working, voteAsPropertyOwner: 'no' },
}

/** Completed years from which an action is open; 0 for the others. Joining the Party: its constitution, art. 1. */
export const actionFromAgeYears: Readonly<Partial<Record<MemberAction, number>>> = {
  voteAsResident: voteFromAgeYears,
  voteAsPropertyOwner: voteFromAgeYears,
  declareParty: 18,
}

export type RightRefused =
  | { readonly code: 'not-for-member-kind'; readonly memberKind: MemberKind }
  | { readonly code: 'not-for-tenure'; readonly needed: readonly Tenure[] }
  | { readonly code: 'under-age'; readonly fromAgeYears: number }

const owners: readonly Tenure[] = ['propertyOwner', 'coOwner']

/**
 * Whether a member of this kind, tenure and age (completed years) may do `action`. `throughGuardian`: under 14 the guardian
 * acts for the child (Personal Information Protection Law, art. 31). A co-owner may vote as an owner, yet all co-owners of a
 * unit are one head with one delegate: who that is, the voting roll decides.
 */
export const mayDo = (
  kind: MemberKind,
  tenure: Tenure | null,
  action: MemberAction,
  ageYears: number,
): Result<{ readonly throughGuardian: boolean }, RightRefused> => {
  const right = memberRights[kind][action]
  if (right === 'no') return refused({ code: 'not-for-member-kind', memberKind: kind })
  if (right === 'owners' && (tenure === null || !owners.includes(tenure)))
    return refused({ code: 'not-for-tenure', needed: owners })
  const fromAgeYears = actionFromAgeYears[action] ?? 0
  if (ageYears < fromAgeYears) return refused({ code: 'under-age', fromAgeYears })
  return ok({ throughGuardian: ageYears < guardianBelowAgeYears })
}
