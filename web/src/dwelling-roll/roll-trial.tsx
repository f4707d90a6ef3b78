import { useState } from 'preact/hooks'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { ErrorState } from '../ui/state/error-state.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { FaultTable } from './fault-table.tsx'
import { FilePick } from './file-pick.tsx'
import { ImportDialog } from './import-dialog.tsx'
import type { RollPlace } from './place.ts'
import { PlanFigures } from './plan-figures.tsx'
import type { Trial } from './trial.ts'
import { useFileRefusal } from './use-file-refusal.ts'
import { useTrial } from './use-trial.ts'

export interface RollTrialProps {
  readonly place: RollPlace
  readonly trial: Trial
  /** Another file, or the same one mended. */
  readonly onTrial: (trial: Trial) => void
  readonly onDone: (sentence: string) => void
  readonly onLeave: () => void
}

/** What an import would do, and every bad row; nothing is written before the dialog says so. */
export const RollTrial = ({ place, trial, onTrial, onDone, onLeave }: RollTrialProps) => {
  const { trial: words, pick, file: fileWords } = useWords(rollWords)
  const refusal = useFileRefusal()
  const { look, name, upload, kept } = useTrial(place, onTrial)
  const [asking, ask] = useState(false)
  const { plan, file } = trial
  const good = plan.dwellingsAdded + plan.dwellingsChanged + plan.dwellingsSame
  const isClean = plan.badRows === 0
  return (
    <Pane
      title={words.title}
      note={words.about(file.name, plan.rows)}
      end={<IconButton icon="x" label={words.close} onClick={onLeave} />}
      foot={
        <div class="answer-box__acts">
          {good > 0 && (
            <Button look="do" onClick={() => ask(true)}>
              {isClean ? words.confirmAll(good) : words.confirmSkip(good)}
            </Button>
          )}
          {!isClean && (
            <FilePick label={pick.again} look={good > 0 ? 'plain' : 'do'} busy={upload.isPending} onPick={look} />
          )}
          {good === 0 && <p class="small soft">{words.nothing}</p>}
        </div>
      }
    >
      <p>
        <Tag tone="still">{words.tag}</Tag>
      </p>
      {kept !== undefined && (
        <ErrorState title={fileWords.failedTitle(name)} safe={`${fileWords[kept]} ${fileWords.safe}`} />
      )}
      {upload.failure !== undefined && (
        <ErrorState title={fileWords.failedTitle(name)} safe={`${refusal(upload.failure)} ${fileWords.safe}`} />
      )}
      <PlanFigures plan={plan} />
      {plan.faults.length > 0 && <FaultTable plan={plan} />}
      <ImportDialog open={asking} {...{ place, trial }} onClose={() => ask(false)} onDone={onDone} />
    </Pane>
  )
}
