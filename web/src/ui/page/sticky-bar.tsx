import './bars.css'
import type { ComponentChildren } from 'preact'

export interface StickyBarProps {
  /** What will happen, or who sees it, in one line. */
  readonly note?: ComponentChildren
  /** The buttons, side by side. */
  readonly children: ComponentChildren
  readonly below?: ComponentChildren
}

/** The one action of a screen, always under the thumb. */
export const StickyBar = ({ note, children, below }: StickyBarProps) => (
  <div class="sticky">
    {note !== undefined && <p class="sticky__note">{note}</p>}
    <div class="sticky__row">{children}</div>
    {below}
  </div>
)
