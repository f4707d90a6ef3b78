import './state.css'
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'

export interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  /** What to do first. */
  readonly text?: ComponentChildren
  readonly actions?: ComponentChildren
}

/** Nothing here yet, or not for you, or not any more: says which, and the next step. */
export const EmptyState = ({ icon, title, text, actions }: EmptyStateProps) => (
  <div class="empty">
    <Icon name={icon} class="empty__icon" />
    <h2>{title}</h2>
    {text !== undefined && <p>{text}</p>}
    {actions !== undefined && <div class="empty__actions">{actions}</div>}
  </div>
)
