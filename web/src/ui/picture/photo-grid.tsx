import './picture.css'
import { useState } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { Lightbox } from './lightbox.tsx'
import type { Photo } from './photo.ts'

export interface PhotoGridProps {
  readonly photos: readonly Photo[]
  /** Inside a link nothing else may be pressed. */
  readonly plain?: boolean
}

/** Two stand side by side, more in threes; a tap shows the whole. */
export const PhotoGrid = ({ photos, plain = false }: PhotoGridProps) => {
  const { photos: words } = useCoreWords()
  const [shown, show] = useState<number | null>(null)
  if (photos.length === 0) return null
  return (
    <>
      <ul class={photos.length <= 2 ? 'photos photos--two' : 'photos'}>
        {photos.map((photo, at) => {
          const picture = (
            <img class="photo" src={photo.src} alt={photo.alt ?? words.title} loading="lazy" decoding="async" />
          )
          return (
            <li key={photo.key}>
              {plain ? (
                picture
              ) : (
                <button
                  type="button"
                  class="photo-button"
                  aria-label={words.open(at + 1, photos.length)}
                  onClick={() => show(at)}
                >
                  {picture}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {shown !== null && <Lightbox photos={photos} at={shown} onTurn={show} onClose={() => show(null)} />}
    </>
  )
}
