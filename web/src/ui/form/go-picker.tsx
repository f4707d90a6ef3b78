import './field.css'
import './choice.css'
import { useId } from 'preact/hooks'
import { useFocusWhenLost } from './use-focus-when-lost.ts'

export interface GoPickerProps {
  readonly legend: string
  readonly legendHidden?: boolean
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** Goes on at once: that is why these are buttons and no radios, which arrow keys would choose in passing. */
  readonly onGo: (value: string) => void
}

/** One of a few short words, each of which leads on to the next question. */
export const GoPicker = ({ legend, legendHidden = false, choices, onGo }: GoPickerProps) => {
  const id = useId()
  const group = useFocusWhenLost<HTMLFieldSetElement>('button')
  return (
    <fieldset class="kinds" ref={group} aria-labelledby={id}>
      <legend id={id} class={legendHidden ? 'visually-hidden' : 'field__label'}>
        {legend}
      </legend>
      {choices.map(({ value, label }) => (
        <button type="button" class="kind" key={value} onClick={() => onGo(value)}>
          {label}
        </button>
      ))}
    </fieldset>
  )
}
