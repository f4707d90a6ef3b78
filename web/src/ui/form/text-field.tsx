import './field.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'
import { described, FieldFrame, type FieldWords } from './field-frame.tsx'
import type { Mark } from './marks.ts'
import { Mirror } from './mirror.tsx'

export interface TextFieldProps extends FieldWords {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: () => void
  readonly name?: string
  readonly type?: 'text' | 'tel' | 'password' | 'search' | 'date' | 'time' | 'number'
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'decimal' | 'search'
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly placeholder?: string
  readonly icon?: IconName
  /** Right inside the frame: a word or a small button. */
  readonly end?: ComponentChildren
  /** Checked and right: a jade check. */
  readonly checked?: boolean
  /** The doubtful part of the value. */
  readonly marks?: readonly Mark[]
  readonly labelHidden?: boolean
  readonly autoFocus?: boolean
}

export const TextField = (props: TextFieldProps) => {
  const id = useId()
  const { form } = useCoreWords()
  const { value, onInput, icon, end, checked = false, marks = [], type = 'text', error } = props
  const optional = {
    ...(props.onBlur === undefined ? {} : { onBlur: props.onBlur }),
    ...(props.name === undefined ? {} : { name: props.name }),
    ...(props.inputMode === undefined ? {} : { inputMode: props.inputMode }),
    ...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.autoFocus === true ? { autoFocus: true } : {}),
  }
  return (
    <FieldFrame {...props} id={id}>
      <div class={error === undefined || error === null ? 'input' : 'input input--look'}>
        {icon !== undefined && <Icon name={icon} size="small" />}
        <span class="input__line">
          {marks.length > 0 && <Mirror text={value} marks={marks} />}
          <input
            id={id}
            // the typings part inputs by type; what is set here suits every one
            type={type as 'text'}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
            {...optional}
            {...described(id, props)}
          />
        </span>
        {checked && (
          <span class="input__checked">
            <Icon name="check" size="small" />
            <span class="visually-hidden">{form.checked}</span>
          </span>
        )}
        {end}
      </div>
    </FieldFrame>
  )
}
