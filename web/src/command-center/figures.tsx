import './figures.css'
import { useState } from 'preact/hooks'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { Dialog } from '../ui/action/dialog.tsx'
import { useWall } from './use-wall.ts'

const kinds = [
  'communities',
  'households',
  'members',
  'enterprises',
  'merchants',
  'partyMembers',
  'employees',
  'interactions',
  'waiting',
  'overdue',
  'inHand',
  'awaitingConfirmation',
] as const
export type FigureKind = (typeof kinds)[number]

export interface Figure {
  readonly kind: FigureKind
  readonly value: number
}

const FigureWords = ({ kind, value }: Figure) => {
  const { figures, number, scale } = useWords(commandCenterWords)
  const { name, unit } = figures[kind]
  return (
    <>
      <span class="figure__value">
        <b>{number(value)}</b>
        {scale(value)}
        {unit}
      </span>
      <span class="figure__name">{name}</span>
    </>
  )
}

/** The figures of a place in one row; each opens what it counts and since when. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => {
  const words = useWords(commandCenterWords)
  const wall = useWall()
  const [open, setOpen] = useState<FigureKind | undefined>(undefined)
  const shown = figures.find(({ kind }) => kind === open)
  return (
    <>
      <ul class="figures" aria-label={words.figures.title}>
        {figures.map((figure) => (
          <li key={figure.kind}>
            {wall ? (
              <div class="figure">
                <FigureWords {...figure} />
              </div>
            ) : (
              <button type="button" class="figure" aria-haspopup="dialog" onClick={() => setOpen(figure.kind)}>
                <FigureWords {...figure} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <Dialog open title={words.figures[shown.kind].name} onClose={() => setOpen(undefined)}>
          <div class="stack">
            <p>{words.figures[shown.kind].meaning}</p>
            <p class="soft">{words.figures.exactly(words.exact(shown.value), words.figures[shown.kind].unit)}</p>
          </div>
        </Dialog>
      )}
    </>
  )
}
