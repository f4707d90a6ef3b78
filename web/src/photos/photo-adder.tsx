import { useState } from 'preact/hooks'
import { problemWords } from '../messages/problems.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { PhotoPicker } from '../ui/picture/photo-picker.tsx'
import type { PhotoUploads } from './use-photo-uploads.ts'

export const isSending = ({ photos }: PhotoUploads): boolean => photos.some(({ state }) => state === 'sending')

/** A door to the photo picker: most answers need none, so it takes its room only when asked for. */
export const PhotoAdder = ({ uploads }: { readonly uploads: PhotoUploads }) => {
  const { photos: words } = useCoreWords()
  const { safe } = useWords(problemWords)
  const [open, setOpen] = useState(false)
  const { photos, refusal } = uploads
  if (!open && photos.length === 0)
    return (
      <Button look="quiet" icon="camera" size="small" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
    )
  return (
    <div class="photo-adder">
      <PhotoPicker photos={photos} onAdd={uploads.add} onRetry={uploads.retry} onRemove={uploads.remove} />
      {refusal !== undefined && (
        <FieldError>{safe[refusal === 'fileKind' ? 'unsupported-media' : 'body-too-large']}</FieldError>
      )}
      {isSending(uploads) && <p class="hint">{words.waiting}</p>}
      {photos.length === 0 && (
        <Button look="quiet" size="small" onClick={() => setOpen(false)}>
          {words.hide}
        </Button>
      )}
    </div>
  )
}
