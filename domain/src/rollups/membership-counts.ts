import type { MemberKind } from '../registrations/member-kinds.ts'
import { type Counts, memberMetric } from './metrics.ts'

/** What the start (`+1`) or end (`-1`) of a membership adds. A suspended member is still a member. */
export const countsOfMembership = (
  member: { readonly memberKind: MemberKind; readonly party: boolean },
  sign: 1 | -1,
): Counts => ({
  [memberMetric(member.memberKind)]: sign,
  ...(member.party ? { partyMembers: sign } : {}),
})

/** What a dwelling adds to `households` when its number of living members changes: only the first and the last one count. */
export const householdChange = (membersBefore: number, membersAfter: number): -1 | 0 | 1 => {
  if (membersBefore <= 0 && membersAfter > 0) return 1
  if (membersBefore > 0 && membersAfter <= 0) return -1
  return 0
}
