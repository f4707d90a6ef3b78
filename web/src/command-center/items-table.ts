import type { OfficerRow } from '@shequtong/contract/command-center'
import type { Table } from '../files/csv.ts'
import type { CommandCenterWords } from '../messages/command-center.ts'
import type { TimeWords } from '../messages/core.ts'
import type { RoleWords } from '../messages/roles.ts'
import { exactTime } from '../messages/time.ts'
import { withWhom } from './with-whom.ts'

/** Waiting items as numbers and words: the office that owes the answer, never a person. */
export const itemsTable = (
  rows: readonly OfficerRow[],
  { oldest, community }: CommandCenterWords,
  { office }: RoleWords,
  time: TimeWords,
): Table => ({
  columns: [oldest.item, oldest.where, oldest.waitedSince, oldest.promisedUntil, oldest.office],
  rows: rows.map((row) => [
    row.restricted ? community.restricted : row.title,
    [row.communityName, row.place].join(' ').trim(),
    exactTime(new Date(row.waitingSince), time),
    exactTime(new Date(row.clock.deadlineAt), time),
    withWhom(row, office),
  ]),
})
