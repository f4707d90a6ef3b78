import './state.css'
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'

export interface ErrorStateProps {
  /** What happened, and at once what is safe: "没发出去，字都在". */
  readonly title: string
  /** Whose fault it is not, and where what was written is kept. */
  readonly safe: ComponentChildren
  /** The next step: a button. */
  readonly actions?: ComponentChildren
  /** Only time is needed: no amber. */
  readonly wait?: boolean
  /** To tell someone on the phone. */
  readonly reference?: string
}

export const ErrorState = ({ title, safe, actions, wait = false, reference }: ErrorStateProps) => (
  <div class={wait ? 'fault fault--wait' : 'fault'} role="alert">
    <p class="fault__title">
      <Icon name={wait ? 'clock' : 'ask'} />
      <b>{title}</b>
    </p>
    <p class="fault__safe">
      {safe}
      {reference !== undefined && <span class="fault__reference"> {reference}</span>}
    </p>
    {actions !== undefined && <div class="fault__actions">{actions}</div>}
  </div>
)
