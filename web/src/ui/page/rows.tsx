import './page.css'
import './rows.css'
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'

/** A list on one sheet, a hairline between its rows. */
export const Rows = ({ children, label }: { readonly children: ComponentChildren; readonly label?: string }) => (
  <ul class="rows sheet" {...(label === undefined ? {} : { 'aria-label': label })}>
    {children}
  </ul>
)

export interface RowLineProps {
  readonly title: ComponentChildren
  readonly note?: ComponentChildren
  /** A face, an icon's name or a picture. */
  readonly lead?: IconName | Exclude<ComponentChildren, string>
  /** A tag, a count, a button. With `href` it must not hold anything to press. */
  readonly end?: ComponentChildren
  /** Makes the whole row a link. */
  readonly href?: string
  /** A fact is not a title: no bold. */
  readonly plain?: boolean
}

export const RowLine = ({ title, note, lead, end, href, plain = false }: RowLineProps) => {
  const content = (
    <>
      {typeof lead === 'string' ? <Icon name={lead as IconName} /> : lead}
      <span class="row__words">
        <span class={plain ? 'row__title row__title--plain' : 'row__title'}>{title}</span>
        {note !== undefined && <span class="row__note">{note}</span>}
      </span>
      {end}
      {href !== undefined && <Icon name="right" size="small" />}
    </>
  )
  return (
    <li>
      {href === undefined ? (
        <div class="row">{content}</div>
      ) : (
        <a class="row" href={href}>
          {content}
        </a>
      )}
    </li>
  )
}
