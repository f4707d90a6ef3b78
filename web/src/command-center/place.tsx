import type { ComponentChildren } from 'preact'
import { useWall } from './use-wall.ts'

export interface PlaceProps {
  readonly href: string | undefined
  readonly class: string
  readonly children: ComponentChildren
}

/** A way further in; on a wall, and where there is no way, only words. */
export const Place = ({ href, class: name, children }: PlaceProps) =>
  useWall() || href === undefined ? (
    <div class={name}>{children}</div>
  ) : (
    <a class={name} href={href}>
      {children}
    </a>
  )
