import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { ActForm } from '../workbench/act-form.tsx'
import type { RollPlace } from './place.ts'
import type { Trial } from './trial.ts'
import { useFileRefusal } from './use-file-refusal.ts'
import { useRollUpload } from './use-roll-upload.ts'

export interface ImportDialogProps {
  readonly open: boolean
  readonly place: RollPlace
  readonly trial: Trial
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

/** Names the numbers before they are written. */
export const ImportDialog = ({ open, place, trial, onClose, onDone }: ImportDialogProps) => {
  const { ask: words, trial: trialWords, done, doneSkipped } = useWords(rollWords)
  const refusal = useFileRefusal()
  const upload = useRollUpload('importRoll', place)
  const { dwellingsAdded, dwellingsChanged, dwellingsSame, persons, personsReplaced, badRows, dwellingsSkipped } =
    trial.plan
  const good = dwellingsAdded + dwellingsChanged + dwellingsSame
  const send = async () => {
    const plan = await upload.send(trial.file, badRows > 0)
    if (plan === undefined) return
    const written = plan.dwellingsAdded + plan.dwellingsChanged + plan.dwellingsSame
    onDone(plan.badRows > 0 ? doneSkipped(written, plan.badRows) : done(written, plan.persons))
  }
  return (
    <Dialog open={open} title={words.title(good, place.name)} onClose={onClose}>
      {open && (
        <ActForm
          confirm={badRows > 0 ? trialWords.confirmSkip(good) : trialWords.confirmAll(good)}
          busy={upload.isPending}
          onSubmit={() => void send()}
          onCancel={onClose}
        >
          <div class="stack">
            <p>{words.text(dwellingsAdded, dwellingsChanged, dwellingsSame)}</p>
            {persons + personsReplaced > 0 && <p>{trialWords.persons(persons, personsReplaced)}</p>}
            {badRows > 0 && <p>{words.skipped(badRows, dwellingsSkipped)}</p>}
            <p class="soft small">{words.whole}</p>
          </div>
          {upload.failure !== undefined && <FieldError>{refusal(upload.failure)}</FieldError>}
        </ActForm>
      )}
    </Dialog>
  )
}
