import { ProblemError } from '../../api/problem-error.ts'
import type { Failure } from '../../api/query.ts'
import type { Input } from '../../api/types.ts'
import { consentsAsked, type FieldCodes } from './checks.ts'
import type { Draft } from './draft.ts'
import type { Question } from './screens.ts'

type Claim = Input<'register'>['body']

/** What is handed in. */
export const claimOf = (draft: Draft, guardianMembershipId: string | null = null): Claim => ({
  trueName: draft.trueName.trim(),
  documentKind: draft.documentKind,
  documentNumber: draft.documentNumber,
  birthOn: draft.documentKind === 'citizenId' ? null : draft.birthOn,
  dwellingId: draft.livesHere ? draft.dwellingId : null,
  memberKind: draft.memberKind ?? 'resident',
  tenure: draft.tenure,
  shownName: draft.shownName,
  consents: consentsAsked(draft).filter((kind) => draft.consents[kind] === 'agreed'),
  guardianMembershipId,
})

const questionOfPointer: Readonly<Record<string, Question>> = {
  trueName: 'trueName',
  documentKind: 'documentKind',
  documentNumber: 'documentNumber',
  birthOn: 'birthOn',
  dwellingId: 'dwelling',
  memberKind: 'memberKind',
  tenure: 'tenure',
  shownName: 'name',
  consents: 'consents',
}

const questionOfRule: Readonly<Record<string, Question>> = {
  'member-kind-not-here': 'memberKind',
  'member-kind-not-for-children': 'memberKind',
  'dwelling-needed': 'dwelling',
  'dwelling-not-taken': 'dwelling',
  'tenure-needed': 'tenure',
  'tenure-not-taken': 'tenure',
  'tenure-without-dwelling': 'tenure',
  'consent-needed': 'consents',
  'guardian-needed': 'documentNumber',
  'guardian-not-needed': 'documentNumber',
  'guardian-not-fit': 'dwelling',
}

/** Which questions the server's refusal is about; empty when it is about none of them. */
export const codesOfRefusal = (failure: Failure): FieldCodes => {
  if (!(failure instanceof ProblemError)) return {}
  const rule = failure.code === undefined ? undefined : questionOfRule[failure.code]
  if (failure.slug === 'rule-refused' && rule !== undefined) return { [rule]: failure.code }
  const named = failure.errors.map(
    ({ pointer, code }) => [questionOfPointer[pointer.split('/')[1] ?? ''], code] as const,
  )
  return Object.fromEntries(named.filter(([question]) => question !== undefined))
}
