import './field.css'
import type { ComponentChildren } from 'preact'
import { useCoreWords } from '../../messages/use-words.ts'
import { FieldError, Hint } from './hint.tsx'

/** What every field says around its input. */
export interface FieldWords {
  readonly label: string
  readonly optional?: boolean
  readonly hint?: ComponentChildren
  /** What does not fit and what to do next. */
  readonly error?: ComponentChildren
}

interface FieldFrameProps extends FieldWords {
  readonly id: string
  readonly children: ComponentChildren
  readonly labelHidden?: boolean
  /** Beside the hint: how many characters are left. */
  readonly count?: ComponentChildren
}

export const FieldFrame = ({ id, label, optional, hint, error, children, labelHidden, count }: FieldFrameProps) => {
  const { form } = useCoreWords()
  return (
    <div class="field">
      <label class={labelHidden ? 'visually-hidden' : 'field__label'} for={id}>
        {label}
        {optional && <span>（{form.optional}）</span>}
      </label>
      {children}
      {error !== undefined && error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {count}
    </div>
  )
}

/** The attributes that tie an input to the words around it. */
export const described = (id: string, { hint, error, optional }: Omit<FieldWords, 'label'>) => {
  const by = [error !== undefined && error !== null ? `${id}-error` : '', hint === undefined ? '' : `${id}-hint`]
  const describedBy = by.filter((part) => part !== '').join(' ')
  return {
    'aria-invalid': error !== undefined && error !== null,
    required: optional !== true,
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
  }
}
