import './field.css'
import { useId } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'
import { described, FieldFrame, type FieldWords } from './field-frame.tsx'

export interface SelectGroup {
  /** Absent: the options stand without a heading. */
  readonly label?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export interface SelectFieldProps extends FieldWords {
  /** Empty: the first line, which chooses nothing. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** What the first line says. */
  readonly none: string
  readonly groups: readonly SelectGroup[]
  readonly icon?: IconName
}

/** The browser's own list: a wheel on a phone, type-ahead at a desk. */
export const SelectField = (props: SelectFieldProps) => {
  const id = useId()
  const { value, onChange, none, groups, icon, error } = props
  return (
    <FieldFrame {...props} id={id}>
      <div class={error === undefined || error === null ? 'input' : 'input input--look'}>
        {icon !== undefined && <Icon name={icon} size="small" />}
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          {...described(id, props)}
        >
          <option value="">{none}</option>
          {groups.map(({ label, options }) => {
            const lines = options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))
            return label === undefined ? (
              lines
            ) : (
              <optgroup key={label} label={label}>
                {lines}
              </optgroup>
            )
          })}
        </select>
        <Icon name="down" size="small" />
      </div>
    </FieldFrame>
  )
}
