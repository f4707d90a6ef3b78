import type { RollPlan } from '@shequtong/contract/dwelling-roll'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'

interface FigureProps {
  readonly count: string
  readonly word: string
  readonly note: string
  readonly icon: IconName
  readonly tone?: 'done' | 'look'
}

const Figure = ({ count, word, note, icon, tone }: FigureProps) => (
  <div class="roll-figure">
    <dt class={tone === undefined ? 'roll-figure__word' : `roll-figure__word roll-figure__word--${tone}`}>
      <Icon name={icon} size="small" />
      {word}
    </dt>
    <dd class="roll-figure__count song">{count}</dd>
    <dd class="small soft">{note}</dd>
  </div>
)

/** What would be added, changed, left and refused. */
export const PlanFigures = ({ plan }: { readonly plan: RollPlan }) => {
  const { trial: words, comma } = useWords(rollWords)
  const { dwellingsAdded, dwellingsChanged, dwellingsSame, dwellingsLeft, dwellingsSkipped, badRows } = plan
  return (
    <>
      <dl class="roll-figures">
        <Figure
          count={words.dwellings(dwellingsAdded)}
          word={words.added}
          note={words.addedNote}
          icon="plus"
          tone="done"
        />
        <Figure count={words.dwellings(dwellingsChanged)} word={words.changed} note={words.changedNote} icon="pencil" />
        <Figure count={words.dwellings(dwellingsSame)} word={words.same} note={words.sameNote} icon="check" />
        <Figure
          count={words.rows(badRows)}
          word={words.bad}
          note={badRows === 0 ? words.badNone : words.badNote(dwellingsSkipped)}
          icon="x"
          {...(badRows === 0 ? {} : { tone: 'look' as const })}
        />
      </dl>
      <ul class="small soft roll-facts">
        {plan.persons + plan.personsReplaced > 0 && <li>{words.persons(plan.persons, plan.personsReplaced)}</li>}
        {dwellingsLeft > 0 && <li>{words.left(dwellingsLeft)}</li>}
        {plan.ignoredColumns.length > 0 && <li>{words.ignored(plan.ignoredColumns.join(comma))}</li>}
      </ul>
    </>
  )
}
