import './field.css'
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'

export interface HintProps {
  readonly id?: string
  readonly children: ComponentChildren
  /** `look`: something needs another look (amber). `quiet`: a word of help. */
  readonly tone?: 'look' | 'quiet'
}

/** Below a field: what does not fit and what to do, or a word of help. */
export const Hint = ({ id, children, tone = 'quiet' }: HintProps) => (
  <p class={`hint hint--${tone}`} {...(id === undefined ? {} : { id })}>
    {tone === 'look' && <Icon name="ask" size="small" />}
    <span>{children}</span>
  </p>
)

/** What does not fit, read out as soon as it appears; what was typed stays. */
export const FieldError = ({ id, children }: { readonly id?: string; readonly children: ComponentChildren }) => (
  <div role="alert">
    <Hint tone="look" {...(id === undefined ? {} : { id })}>
      {children}
    </Hint>
  </div>
)
