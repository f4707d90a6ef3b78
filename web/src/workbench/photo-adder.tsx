import { useState } from 'preact/hooks'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Button } from '../ui/action/button.tsx'
import { PhotoPicker } from '../ui/picture/photo-picker.tsx'
import type { Photos } from './use-photos.ts'

/** A door to the photo picker: most answers need none, so it takes its room only when asked for. */
export const PhotoAdder = ({ photos }: { readonly photos: Photos }) => {
  const { answer: words } = useWords(workbenchWords)
  const [open, setOpen] = useState(false)
  const shown = open || photos.picked.length > 0
  if (!shown)
    return (
      <Button look="quiet" icon="camera" size="small" onClick={() => setOpen(true)}>
        {words.addPhotos}
      </Button>
    )
  return (
    <div class="photo-adder">
      <PhotoPicker photos={photos.picked} onAdd={photos.add} onRetry={photos.retry} onRemove={photos.remove} />
      {photos.sending && <p class="hint">{words.photosWaiting}</p>}
      {photos.picked.length === 0 && (
        <Button look="quiet" size="small" onClick={() => setOpen(false)}>
          {words.hidePhotos}
        </Button>
      )}
    </div>
  )
}
