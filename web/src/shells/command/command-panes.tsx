import './command.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface CommandPanesProps {
  /** `three`: narrow, wide, narrow. `detail`: facts, list, the thing itself. `two`: wide, narrow. `one`: the whole width. */
  readonly layout: 'three' | 'detail' | 'two' | 'one'
  readonly children: ComponentChildren
}

export const CommandPanes = ({ layout, children }: CommandPanesProps) => (
  <div class={`command-panes command-panes--${layout}`}>{children}</div>
)

export interface CommandPaneLink {
  readonly label: string
  readonly href: string
}

export interface CommandPaneProps {
  readonly title: ComponentChildren
  readonly note?: ComponentChildren
  /** Definition, table, CSV. */
  readonly links?: readonly CommandPaneLink[]
  readonly end?: ComponentChildren
  readonly foot?: ComponentChildren
  readonly children: ComponentChildren
}

export const CommandPane = ({ title, note, links = [], end, foot, children }: CommandPaneProps) => {
  const id = useId()
  return (
    <section class="command-pane" aria-labelledby={id}>
      <header class="command-pane__head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p class="small soft">{note}</p>}
        {links.length > 0 && (
          <ul class="command-pane__links">
            {links.map(({ label, href }) => (
              <li key={label}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
        {end}
      </header>
      <div class="command-pane__body">{children}</div>
      {foot !== undefined && <footer class="command-pane__foot">{foot}</footer>}
    </section>
  )
}
