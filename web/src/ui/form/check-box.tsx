import './field.css'
import './choice.css'
import type { ComponentChildren } from 'preact'

export interface CheckBoxProps {
  readonly label: ComponentChildren
  readonly note?: ComponentChildren
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

export const CheckBox = ({ label, note, checked, onChange, disabled = false }: CheckBoxProps) => (
  <label class="choice">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span class="choice__words">
      <span>{label}</span>
      {note !== undefined && <span class="choice__note">{note}</span>}
    </span>
  </label>
)
