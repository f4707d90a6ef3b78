import type { DistrictOverview } from '@shequtong/contract/command-center'
import type { CommandCenterWords } from '../messages/command-center.ts'
import type { TimeWords } from '../messages/core.ts'
import { exactTime } from '../messages/time.ts'
import type { ChartTable } from './csv.ts'

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

export const backlogTable = (
  tiles: readonly Backlogged[],
  { backlog, figures }: CommandCenterWords,
  time: TimeWords,
): ChartTable => ({
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
