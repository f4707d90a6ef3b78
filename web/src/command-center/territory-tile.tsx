import './tiles.css'
import type { ComponentChildren } from 'preact'
import { commandCenterWords } from '../messages/command-center.ts'
import { duration } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { type Backlogged, unfinished } from './backlog.ts'
import { Place } from './place.tsx'

export interface TerritoryTileProps {
  readonly tile: Backlogged
  readonly href: string
  readonly note?: ComponentChildren
  /** The longest bar among the neighbours: all tiles of a page share one measure. */
  readonly most: number
  /** Nobody lives in the program here yet. */
  readonly nobody?: boolean
}

const Standing = ({ tile: { backlog, oldestWaitingSince }, nobody = false }: TerritoryTileProps) => {
  const { backlog: words } = useWords(commandCenterWords)
  const { time } = useCoreWords()
  const now = useNow()
  const { waiting, overdue } = backlog
  if (waiting > 0)
    return (
      <p class={overdue > 0 ? 'tile__words tile__words--running' : 'tile__words'}>
        {overdue > 0 && <Icon name="clock" size="word" />}
        {overdue > 0 || oldestWaitingSince === null
          ? words.overdue(waiting, overdue)
          : words.waiting(waiting, duration(now.getTime() - Date.parse(oldestWaitingSince), time))}
      </p>
    )
  if (unfinished(backlog) > 0)
    return (
      <p class="tile__words jade">
        <Icon name="check" size="word" />
        {words.allAnswered}
      </p>
    )
  return <p class="tile__words">{nobody ? words.nobody : words.clear}</p>
}

/** One territory: its name and how much is unfinished, as a length. */
export const TerritoryTile = (props: TerritoryTileProps) => {
  const { tile, href, note, most } = props
  const { backlog: words } = useWords(commandCenterWords)
  const { waiting, inHand, awaitingConfirmation } = tile.backlog
  const share = (count: number) => ({ '--share': count / Math.max(1, most) })
  return (
    <li>
      <Place class="tile" href={href}>
        <span class="tile__head">
          <b>{tile.name}</b>
          {note !== undefined && <span class="small soft">{note}</span>}
        </span>
        <span class="tile__bar" role="img" aria-label={words.bar(waiting, inHand, awaitingConfirmation)}>
          {waiting > 0 && <i class="is-time" style={share(waiting)} />}
          {inHand > 0 && <i class="is-still" style={share(inHand)} />}
          {awaitingConfirmation > 0 && <i class="is-done" style={share(awaitingConfirmation)} />}
        </span>
        <Standing {...props} />
      </Place>
    </li>
  )
}
