import type { ComponentChildren } from 'preact'
import { FieldError } from '../ui/form/hint.tsx'

interface MarkedProps {
  readonly error: string | undefined
  readonly children: ComponentChildren
}

/** A part of the page under what is wrong with it; the form moves the focus to the first of these. */
export const Marked = ({ error, children }: MarkedProps) => (
  <div {...(error === undefined ? {} : { 'data-doubtful': true })}>
    {error !== undefined && <FieldError>{error}</FieldError>}
    {children}
  </div>
)
