import './page.css'
import type { ComponentChildren } from 'preact'

export interface SheetProps {
  readonly children: ComponentChildren
  /** Room around the content; rows bring their own. */
  readonly padded?: boolean
  /** `look`: something here needs a look (amber edge). `strong`: what is about to be done (ink edge). */
  readonly edge?: 'look' | 'strong'
  readonly as?: 'div' | 'article' | 'section'
}

/** A piece of paper around things that belong together. */
export const Sheet = ({ children, padded = false, edge, as: Tag = 'div' }: SheetProps) => (
  <Tag class={`sheet ${padded ? 'sheet--padded' : ''} ${edge === undefined ? '' : `sheet--${edge}`}`}>{children}</Tag>
)
