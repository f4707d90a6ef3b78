import type { InboxRow } from '@shequtong/contract/service-requests'
import { committeeRoles, type Role } from '@shequtong/domain/roles/roles'
import type { WorkbenchWords } from '../messages/workbench.ts'
import { isWaiting } from './inbox-order.ts'

/** Why a row is in this inbox, in the order of what matters to the reader; an ordinary one says nothing. */
export const whyHere = (
  row: Pick<
    InboxRow,
    | 'state'
    | 'clock'
    | 'suspension'
    | 'suspendedUntilOn'
    | 'visibility'
    | 'level'
    | 'responsibleRole'
    | 'offer'
    | 'assignee'
    | 'reopenedCount'
    | 'mergedCount'
  >,
  reader: Role,
  words: WorkbenchWords['why'],
  roles: Readonly<Record<Role, string>>,
  levels: Readonly<Record<InboxRow['level'], string>>,
  /** A date of Asia/Shanghai in words. */
  dayOf: (on: string) => string,
): string[] => {
  const said: string[] = []
  if (row.reopenedCount > 0) said.push(words.reopened(row.reopenedCount))
  if (row.mergedCount > 0) said.push(words.merged(row.mergedCount + 1))
  if (row.suspension !== null)
    said.push(row.suspendedUntilOn === null ? words[row.suspension] : words.suspendedUntil(dayOf(row.suspendedUntilOn)))
  if (row.level !== 'community') said.push(words.reportedUp(levels[row.level]))
  if (row.offer !== null)
    said.push(row.offer.toRole === reader ? words.offeredToYou : words.offered(roles[row.offer.toRole]))
  if (row.assignee !== null) said.push(words.assignee(row.assignee))
  else if (!committeeRoles.includes(row.responsibleRole)) {
    const role = roles[row.responsibleRole]
    said.push(row.responsibleRole === reader ? words.yours : isWaiting(row) ? words.with(role) : words.resultFrom(role))
  }
  if (row.state === 'submitted') said.push(words.unread)
  if (row.visibility === 'private') said.push(words.private)
  return said
}
