import './field.css'
import './choice.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface Choice<V extends string> {
  readonly value: V
  readonly label: ComponentChildren
  readonly note?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly disabled?: boolean
}

export interface ChoiceGroupProps<V extends string> {
  readonly legend: string
  readonly legendHidden?: boolean
  readonly choices: readonly Choice<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
}

/** One of several, each on its own line with room to explain itself. */
export const ChoiceList = <V extends string>({
  legend,
  legendHidden,
  choices,
  value,
  onChange,
}: ChoiceGroupProps<V>) => {
  const name = useId()
  return (
    <fieldset class="choices">
      <legend class={legendHidden ? 'visually-hidden' : 'field__label'}>{legend}</legend>
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled ?? false}
            onChange={() => onChange(choice.value)}
          />
          {choice.lead}
          <span class="choice__words">
            <span>{choice.label}</span>
            {choice.note !== undefined && <span class="choice__note">{choice.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
