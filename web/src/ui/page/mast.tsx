import './page.css'
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import { Wenwu } from './wenwu.tsx'

export interface MastProps {
  /** The compound or community, in the formal voice. */
  readonly title: string
  /** Present where there is more than one place to choose from. */
  readonly href?: string
  readonly note?: ComponentChildren
  /** Usually the mode switch. */
  readonly action?: ComponentChildren
}

/** The head of a first screen: where I am. Carries the one ornament of the screen. */
export const Mast = ({ title, href, note, action }: MastProps) => (
  <header class="mast">
    <div class="mast__row">
      <h1 class="mast__title">
        {href === undefined ? (
          title
        ) : (
          <a href={href}>
            {title}
            <Icon name="down" size="small" />
          </a>
        )}
      </h1>
      {action}
    </div>
    {note !== undefined && <p class="mast__note">{note}</p>}
    <Wenwu />
  </header>
)
