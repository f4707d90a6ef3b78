import './field.css'
import './choice.css'
import { useId } from 'preact/hooks'
import type { ChoiceGroupProps } from './choice-list.tsx'

/** One of a few short words, side by side. */
export const KindPicker = <V extends string>({
  legend,
  legendHidden,
  choices,
  value,
  onChange,
}: ChoiceGroupProps<V>) => {
  const name = useId()
  return (
    <fieldset class="kinds">
      <legend class={legendHidden ? 'visually-hidden' : 'field__label'}>{legend}</legend>
      {choices.map((choice) => (
        <label class="kind" key={choice.value}>
          <input
            class="visually-hidden"
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled ?? false}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
