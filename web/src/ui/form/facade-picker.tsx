import './field.css'
import './choice.css'
import type { CSSProperties } from 'preact'
import { useId } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'

export interface FacadeRoom {
  readonly id: string
  /** "502". */
  readonly label: string
  /** Someone of this dwelling is registered already; it can still be chosen. */
  readonly taken?: boolean
}

export interface FacadeFloor {
  readonly label: string
  readonly rooms: readonly FacadeRoom[]
}

export interface FacadePickerProps {
  readonly legend: string
  /** Top floor first, as the building looks from outside. */
  readonly floors: readonly FacadeFloor[]
  readonly value: string | null
  readonly onChange: (roomId: string) => void
}

const widest = (floors: readonly FacadeFloor[]): number => Math.max(1, ...floors.map(({ rooms }) => rooms.length))

/** Doors in rows of floors, like the front of the building. More than four doors wrap within their floor. */
export const FacadePicker = ({ legend, floors, value, onChange }: FacadePickerProps) => {
  const name = useId()
  const { form } = useCoreWords()
  const style = { '--doors': String(Math.min(4, widest(floors))) } as CSSProperties
  return (
    <fieldset class="facade" style={style}>
      <legend class="visually-hidden">{legend}</legend>
      {floors.map((floor) => (
        <div class="facade__floor" key={floor.label}>
          <span class="facade__label">{form.floor(floor.label)}</span>
          <div class="facade__doors">
            {floor.rooms.map((room) => (
              <label key={room.id} class={room.taken === true ? 'kind kind--taken' : 'kind'}>
                <input
                  class="visually-hidden"
                  type="radio"
                  name={name}
                  value={room.id}
                  checked={room.id === value}
                  onChange={() => onChange(room.id)}
                />
                {room.label}
                {room.taken === true && <span class="visually-hidden">{form.taken}</span>}
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
