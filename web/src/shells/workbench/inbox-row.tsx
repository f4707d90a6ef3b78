import './inbox-row.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../ui/icon.tsx'

export interface InboxRowProps {
  readonly href: string
  /** Time left first: a `TimeLeft` or a `Tag`. */
  readonly left: ComponentChildren
  readonly title: ComponentChildren
  /** Who, what kind, why it is here. */
  readonly meta: ComponentChildren
  readonly selected?: boolean
  /** The text is for the committee only. */
  readonly locked?: boolean
}

export const InboxRow = ({ href, left, title, meta, selected = false, locked = false }: InboxRowProps) => {
  const row = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <a ref={row} class="inbox-row" href={href} {...(selected ? { 'aria-current': 'true' as const } : {})}>
      <span class="inbox-row__left">{left}</span>
      <span class="inbox-row__title">
        {locked && <Icon name="lock" size="word" />}
        {title}
      </span>
      <span class="inbox-row__meta">{meta}</span>
    </a>
  )
}
