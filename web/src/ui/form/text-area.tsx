import './field.css'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { described, FieldFrame, type FieldWords } from './field-frame.tsx'
import type { Mark } from './marks.ts'
import { Mirror } from './mirror.tsx'

/** A list of words to choose from while typing. The field keeps the focus; `listId` absent: the list is put away. */
export interface Suggesting {
  readonly onCaret: (area: HTMLTextAreaElement) => void
  readonly onLeave: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly listId: string | undefined
  readonly activeId: string | undefined
}

export interface TextAreaProps extends FieldWords {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly name?: string
  readonly placeholder?: string
  /** Rows before it grows. */
  readonly rows?: number
  /** Characters; more can be typed and is said to be too much, nothing is cut off. */
  readonly limit?: number
  /** What breaks a rule, word by word. */
  readonly marks?: readonly Mark[]
  readonly labelHidden?: boolean
  readonly suggesting?: Suggesting
  /** Right below the field. */
  readonly children?: ComponentChildren
}

const Count = ({ length, limit }: { readonly length: number; readonly limit: number }) => {
  const { form } = useCoreWords()
  if (length < limit * 0.8) return null
  return (
    <p class={length > limit ? 'hint hint--look' : 'hint'} aria-live="polite">
      {length > limit ? form.over(length - limit) : form.left(limit - length)}
    </p>
  )
}

const caretKeys: readonly string[] = ['ArrowLeft', 'ArrowRight', 'Home', 'End']

const suggested = ({ onCaret, onLeave, onKeyDown, listId, activeId }: Suggesting) =>
  ({
    onKeyDown,
    onKeyUp: (event) => caretKeys.includes(event.key) && onCaret(event.currentTarget),
    onClick: (event) => onCaret(event.currentTarget),
    onBlur: onLeave,
    'aria-autocomplete': 'list',
    ...(listId === undefined ? {} : { 'aria-controls': listId }),
    ...(activeId === undefined ? {} : { 'aria-activedescendant': activeId }),
  }) satisfies JSX.IntrinsicElements['textarea']

/** Grows with what is said. */
export const TextArea = (props: TextAreaProps) => {
  const id = useId()
  const { suggesting, children, ...frame } = props
  const { value, onInput, rows = 3, limit, marks = [], error } = props
  const optional: JSX.IntrinsicElements['textarea'] = {
    ...(props.name === undefined ? {} : { name: props.name }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
  }
  const count = limit === undefined ? null : <Count length={[...value].length} limit={limit} />
  return (
    <FieldFrame {...frame} id={id} count={count}>
      <div class={`input input--area ${error === undefined || error === null ? '' : 'input--look'}`}>
        <Mirror text={value} marks={marks} />
        <textarea
          id={id}
          rows={rows}
          value={value}
          onInput={(event) => {
            onInput(event.currentTarget.value)
            suggesting?.onCaret(event.currentTarget)
          }}
          {...optional}
          {...(suggesting === undefined ? {} : suggested(suggesting))}
          {...described(id, props)}
        />
      </div>
      {children}
    </FieldFrame>
  )
}
