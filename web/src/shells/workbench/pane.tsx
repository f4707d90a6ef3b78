import '../shell.css'
import './workbench.css'
import type { ComponentChildren } from 'preact'
import { useCoreWords } from '../../messages/use-words.ts'
import { IconButton } from '../../ui/action/icon-button.tsx'

export interface PaneProps {
  readonly title: ComponentChildren
  readonly note?: ComponentChildren
  /** Right of the title: a tag, a button. */
  readonly end?: ComponentChildren
  /** On a phone the panel replaces the list: where "back" leads. */
  readonly backHref?: string
  /** Always in sight below: the answer box, or the keys. */
  readonly foot?: ComponentChildren
  /** Rows reach from edge to edge. */
  readonly flush?: boolean
  readonly level?: 2 | 3
  readonly children: ComponentChildren
}

/** One column of the workbench: a head that stays, a body that scrolls, a foot that stays. */
export const Pane = ({ title, note, end, backHref, foot, flush = false, level = 2, children }: PaneProps) => {
  const { shell } = useCoreWords()
  const Heading = `h${level}` as const
  return (
    <div class="pane">
      <header class="pane__head">
        {backHref !== undefined && (
          <span class="only-phone">
            <IconButton icon="left" label={shell.back} href={backHref} />
          </span>
        )}
        <div class="pane__words">
          <Heading>{title}</Heading>
          {note !== undefined && <p class="soft small">{note}</p>}
        </div>
        {end !== undefined && <div class="push">{end}</div>}
      </header>
      <div class={flush ? 'pane__body pane__body--flush' : 'pane__body'}>{children}</div>
      {foot !== undefined && <footer class="pane__foot">{foot}</footer>}
    </div>
  )
}
