import './workbench.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Failure } from '../api/query.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { useRefusal } from './use-refusal.ts'

export interface ActFormProps {
  readonly children: ComponentChildren
  /** Names the outcome. */
  readonly confirm: string
  readonly busy: boolean
  /** A refusal that belongs to no field. */
  readonly failure?: Failure | undefined
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** A choice that is made already is passed over. */
const firstToFill = 'fieldset:not(:has(:checked)) input, textarea, input:not([type="radio"], [type="file"])'

const amiss = 'fieldset:not(:has(:checked)) input, [aria-invalid="true"]'

/** The inside of a dialog that does one thing. Ctrl+Enter does what the button does; the first field has the focus. */
export const ActForm = ({ children, confirm, busy, failure, onSubmit, onCancel }: ActFormProps) => {
  const { acts } = useWords(workbenchWords)
  const refusal = useRefusal()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // after the dialog has opened and put the focus on its cross
    const timer = setTimeout(() => form.current?.querySelector<HTMLElement>(firstToFill)?.focus())
    return () => clearTimeout(timer)
  }, [])
  const submit = (event: Event) => {
    event.preventDefault()
    if (!busy) onSubmit()
    // a refused field is rendered by now: the focus goes there
    setTimeout(() => form.current?.querySelector<HTMLElement>(amiss)?.focus())
  }
  return (
    <form
      ref={form}
      class="act-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)}
    >
      {children}
      {failure !== undefined && <FieldError>{refusal(failure)}</FieldError>}
      <div class="dialog__actions">
        <Button onClick={onCancel}>{acts.cancel}</Button>
        <Button look="do" type="submit" busy={busy}>
          {confirm}
        </Button>
      </div>
    </form>
  )
}
