import type { MemberRow } from '@shequtong/contract/memberships'
import type { MembershipRow } from './row.ts'

/** How a membership stands and ends. */
export const endingOf = (row: MembershipRow) => ({
  state: row.state,
  leavesAt: row.leavesAt?.toISOString() ?? null,
  leaveCause: row.leaveCause,
  suspendedUntil: row.suspendedUntil?.toISOString() ?? null,
  reason: row.reason,
})

/** A line of the committee's list of members. */
export const memberRow = (row: MembershipRow): MemberRow => ({
  membershipId: row.membershipId,
  shownName: row.shownName,
  dwelling:
    row.buildingName === null || row.room === null
      ? null
      : [row.buildingName, row.staircaseName, row.room].filter((part) => part !== null).join(' '),
  memberKind: row.memberKind,
  tenure: row.tenure,
  startedAt: row.startedAt.toISOString(),
  ...endingOf(row),
})
