import './button.css'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'

export interface IconButtonProps {
  readonly icon: IconName
  /** Read out, and shown as a tip at a desk. */
  readonly label: string
  readonly onClick?: () => void
  readonly href?: string
}

export const IconButton = ({ icon, label, onClick, href }: IconButtonProps) =>
  href === undefined ? (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  ) : (
    <a class="icon-button" href={href} aria-label={label} title={label}>
      <Icon name={icon} />
    </a>
  )
