import { useState } from 'preact/hooks'
import { ConnectionError } from '../api/problem-error.ts'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { ErrorState } from '../ui/state/error-state.tsx'
import { FilePick } from './file-pick.tsx'
import type { RollPlace } from './place.ts'
import type { Trial } from './trial.ts'
import { useFileRefusal } from './use-file-refusal.ts'
import { useTrial } from './use-trial.ts'

/** A table, dropped or chosen, goes to its dry run at once. */
export const DropFile = ({
  place,
  onTrial,
}: {
  readonly place: RollPlace
  readonly onTrial: (trial: Trial) => void
}) => {
  const { pick: words, file: fileWords } = useWords(rollWords)
  const refusal = useFileRefusal()
  const { look, name, upload, kept } = useTrial(place, onTrial)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer?.files ?? []
    if (file !== undefined) look(file)
  }
  return (
    <div class="stack">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button inside does the same */}
      <div
        class={over ? 'roll-drop roll-drop--over' : 'roll-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="doc" />
        <p class="only-desk soft">{words.drop}</p>
        <FilePick label={words.choose} look="do" busy={upload.isPending} onPick={look} />
        <p role="status" class="small">
          {upload.isPending && `${name} ${upload.percent < 100 ? words.sending(upload.percent) : words.reading}`}
        </p>
      </div>
      {kept !== undefined && (
        <ErrorState title={fileWords.failedTitle(name)} safe={`${fileWords[kept]} ${fileWords.safe}`} />
      )}
      {upload.failure !== undefined && (
        <ErrorState
          title={fileWords.failedTitle(name)}
          safe={`${refusal(upload.failure)} ${fileWords.safe}`}
          wait={upload.failure instanceof ConnectionError}
        />
      )}
      <p class="hint">{words.note}</p>
    </div>
  )
}
