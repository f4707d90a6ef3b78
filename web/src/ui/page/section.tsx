import './page.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface SectionProps {
  readonly title: ComponentChildren
  /** Right of the title: a count, or a link through `href`. */
  readonly note?: ComponentChildren
  readonly href?: string
  readonly level?: 2 | 3
  readonly children: ComponentChildren
}

export const Section = ({ title, note, href, level = 2, children }: SectionProps) => {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section class="section" aria-labelledby={id}>
      <header class="section__head">
        <Heading id={id}>{title}</Heading>
        {note !== undefined && (href === undefined ? <span>{note}</span> : <a href={href}>{note}</a>)}
      </header>
      {children}
    </section>
  )
}
