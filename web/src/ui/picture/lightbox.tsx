import './picture.css'
import { useEffect, useRef } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { IconButton } from '../action/icon-button.tsx'
import { type Photo, turn } from './photo.ts'

interface LightboxProps {
  readonly photos: readonly Photo[]
  readonly at: number
  readonly onTurn: (at: number) => void
  readonly onClose: () => void
}

/** The whole picture, whole screen; arrow keys turn, Escape leaves. */
export const Lightbox = ({ photos, at, onTurn, onClose }: LightboxProps) => {
  const { photos: words, shell } = useCoreWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const photo = photos[at]
  const many = photos.length > 1
  const move = (step: number) => onTurn(turn(at, step, photos.length))
  return (
    <dialog
      ref={dialog}
      class="lightbox"
      aria-label={words.title}
      onClose={onClose}
      onKeyDown={({ key }) => {
        if (many && key === 'ArrowLeft') move(-1)
        if (many && key === 'ArrowRight') move(1)
      }}
    >
      <header class="lightbox__head">
        <span aria-live="polite">{words.position(at + 1, photos.length)}</span>
        <IconButton icon="x" label={shell.close} onClick={onClose} />
      </header>
      {photo !== undefined && <img src={photo.full ?? photo.src} alt={photo.alt ?? words.title} />}
      {many && (
        <footer class="lightbox__turn">
          <IconButton icon="left" label={words.previous} onClick={() => move(-1)} />
          <IconButton icon="right" label={words.next} onClick={() => move(1)} />
        </footer>
      )}
    </dialog>
  )
}
