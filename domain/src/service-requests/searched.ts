import type { Hat } from '../roles/hats.ts'
import { accountableRoles } from '../roles/roles.ts'
import { anyRole } from '../search/searched-kinds.ts'
import type { ServiceRequest } from './service-request.ts'
import type { EntryKind } from './states.ts'

/** Entries whose words can be found: what somebody said to the others. Notes stay inside, reasons and movements are no voices. */
export const searchedEntryKinds = ['answer', 'askBack', 'reply', 'result', 'reopening'] as const satisfies EntryKind[]

/** Hats that have to do with one request, by their ids. */
export interface ConcernedHats {
  readonly asker: string
  readonly helpers: readonly string[]
  readonly assignee: string | undefined
}

/**
 * Ids of hats and names of roles that may see a private request besides who leads the committee; never fewer than `maySee` lets, so
 * that a search narrowed by it loses nothing. A helper whose consent ended stays in it: `maySee` turns them away.
 */
export const concernedBy = (
  request: Pick<ServiceRequest, 'level' | 'responsibleRole'>,
  { asker, helpers, assignee }: ConcernedHats,
): string[] => [
  asker,
  ...helpers,
  ...(assignee === undefined ? [] : [assignee]),
  request.responsibleRole,
  ...(request.level === 'community' ? [] : ['subdistrictOfficer']),
  ...(request.level === 'district' ? ['districtOfficer'] : []),
]

/** What of `concernedBy` stands for whoever wears this hat; 'everything' for who leads the committee. */
export const concernsOf = (hat: Hat, hatId: string): readonly string[] | 'everything' => {
  if (hat.type === 'member') return [hatId]
  return accountableRoles.includes(hat.role) ? 'everything' : [hatId, hat.role, anyRole]
}
