import type { ComponentChildren } from 'preact'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { Pane } from '../shells/workbench/pane.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { ActingHat } from '../workbench/acting-hat.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { DropFile } from './drop-file.tsx'
import { EmptyDoors } from './empty-doors.tsx'
import type { RollPlace } from './place.ts'
import { TakeOut } from './take-out.tsx'
import type { Trial } from './trial.ts'

export interface RollHomeProps {
  readonly place: RollPlace
  readonly desk: Desk
  /** What was done last. */
  readonly said: string
  readonly onSay: (sentence: string) => void
  readonly onTrial: (trial: Trial) => void
  /** Which compound, where there are several. */
  readonly children: ComponentChildren
}

/** Bring a table in, take one out, and the doors that nobody joined from yet. */
export const RollHome = ({ place, desk, said, onSay, onTrial, children }: RollHomeProps) => {
  const words = useWords(rollWords)
  return (
    <Pane title={words.title} note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.note]} />}>
      <div role="status">
        {said !== '' && (
          <p class="inbox-said">
            <Icon name="check" size="small" />
            <span>{said}</span>
          </p>
        )}
      </div>
      {children}
      <div class="roll-columns">
        <div>
          <Section title={words.pick.title} level={3}>
            <DropFile place={place} onTrial={onTrial} />
          </Section>
          <TakeOut place={place} onSay={onSay} />
        </div>
        <EmptyDoors place={place} />
      </div>
    </Pane>
  )
}
