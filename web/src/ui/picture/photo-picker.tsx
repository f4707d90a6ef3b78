import '../form/field.css'
import './picture.css'
import { useState } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { Button } from '../action/button.tsx'
import { FieldError } from '../form/hint.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'
import { type PickedPhoto, photoLimit } from './photo.ts'

export interface PhotoPickerProps {
  readonly photos: readonly PickedPhoto[]
  readonly onAdd: (files: readonly File[]) => void
  readonly onRetry: (key: string) => void
  readonly onRemove: (key: string) => void
  readonly limit?: number
}

interface AddProps {
  readonly label: string
  readonly icon: IconName
  readonly camera: boolean
  readonly onAdd: (files: readonly File[]) => void
}

const Add = ({ label, icon, camera, onAdd }: AddProps) => (
  <label class="photo photo--add">
    <input
      class="visually-hidden"
      type="file"
      accept="image/*"
      multiple={!camera}
      {...(camera ? { capture: 'environment' as const } : {})}
      onChange={({ currentTarget }) => {
        onAdd(Array.from(currentTarget.files ?? []))
        currentTarget.value = ''
      }}
    />
    <Icon name={icon} />
    {label}
  </label>
)

interface PickedProps {
  readonly photo: PickedPhoto
  readonly number: number
  readonly onRetry: () => void
  readonly onRemove: () => void
}

const Picked = ({ photo, number, onRetry, onRemove }: PickedProps) => {
  const { photos: words } = useCoreWords()
  const percent = Math.round((photo.progress ?? 0) * 100)
  return (
    <li class={`picked picked--${photo.state}`}>
      <div class="picked__picture">
        <img class="photo" src={photo.src} alt={photo.alt ?? words.title} />
        {photo.state === 'sending' && <progress max={100} value={percent} aria-label={words.sending(percent)} />}
        <button type="button" class="picked__remove" aria-label={words.remove(number)} onClick={onRemove}>
          <Icon name="x" size="small" />
        </button>
      </div>
      {photo.state === 'failed' ? (
        <Button size="small" icon="again" wide onClick={onRetry}>
          {words.retry}
        </Button>
      ) : (
        <p class="picked__say">
          {photo.state === 'sent' && <Icon name="check" size="word" />}
          {photo.state === 'sent' ? words.sent : words.sending(percent)}
        </p>
      )}
    </li>
  )
}

/** Camera first, up to nine; each picture says how far it is, and can be tried again or taken out. */
export const PhotoPicker = ({ photos, onAdd, onRetry, onRemove, limit = photoLimit }: PhotoPickerProps) => {
  const { photos: words } = useCoreWords()
  const [leftOut, leaveOut] = useState(0)
  const room = limit - photos.length
  const add = (files: readonly File[]) => {
    leaveOut(Math.max(0, files.length - room))
    onAdd(files.slice(0, room))
  }
  return (
    <div>
      <ul class="photos">
        {room > 0 && (
          <li>
            <Add label={words.camera} icon="camera" camera onAdd={add} />
          </li>
        )}
        {room > 0 && (
          <li>
            <Add label={words.album} icon="picture" camera={false} onAdd={add} />
          </li>
        )}
        {photos.map((photo, at) => (
          <Picked
            key={photo.key}
            photo={photo}
            number={at + 1}
            onRetry={() => onRetry(photo.key)}
            onRemove={() => {
              leaveOut(0)
              onRemove(photo.key)
            }}
          />
        ))}
      </ul>
      {photos.some(({ state }) => state === 'failed') && <FieldError>{words.failed}</FieldError>}
      {leftOut > 0 && <FieldError>{words.leftOut(leftOut)}</FieldError>}
      {room <= 0 && <p class="hint">{words.limit(limit)}</p>}
    </div>
  )
}
