import type { DistrictOverview } from '@shequtong/contract/command-center'
import type { Table } from '../files/csv.ts'
import type { CommandCenterWords } from '../messages/command-center.ts'
import type { TimeWords } from '../messages/core.ts'
import { exactTime } from '../messages/time.ts'

export type Backlog = DistrictOverview['backlog']

export interface Backlogged {
  readonly territoryId: number
  readonly name: string
  readonly backlog: Backlog
  readonly oldestWaitingSince: string | null
}

/** Everything that is not finished; what is overdue waits too and is not counted twice. */
export const unfinished = ({ waiting, inHand, awaitingConfirmation }: Backlog): number =>
  waiting + inHand + awaitingConfirmation

export const orders = ['administrative', 'waiting'] as const
export type Order = (typeof orders)[number]

/** `waiting`: where most is overdue, then where most waits, then where it waits longest; what is equal keeps the administrative order. */
export const inOrder = <T extends Backlogged>(tiles: readonly T[], order: Order): readonly T[] =>
  order === 'administrative'
    ? tiles
    : tiles.toSorted(
        (a, b) =>
          b.backlog.overdue - a.backlog.overdue ||
          b.backlog.waiting - a.backlog.waiting ||
          (a.oldestWaitingSince ?? '9').localeCompare(b.oldestWaitingSince ?? '9'),
      )

export const backlogTable = (
  tiles: readonly Backlogged[],
  { backlog, figures }: CommandCenterWords,
  time: TimeWords,
): Table => ({
  columns: [
    backlog.name,
    figures.waiting.name,
    figures.overdue.name,
    figures.inHand.name,
    figures.awaitingConfirmation.name,
    backlog.oldest,
  ],
  rows: tiles.map(({ name, backlog: { waiting, overdue, inHand, awaitingConfirmation }, oldestWaitingSince }) => [
    name,
    waiting,
    overdue,
    inHand,
    awaitingConfirmation,
    oldestWaitingSince === null ? '' : exactTime(new Date(oldestWaitingSince), time),
  ]),
})
