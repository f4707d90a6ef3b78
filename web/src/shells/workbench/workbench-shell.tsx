import '../shell.css'
import './workbench.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { useShell } from '../../preferences/use-preferences.ts'
import { Dialog } from '../../ui/action/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { RowLine, Rows } from '../../ui/page/rows.tsx'
import { OfflineBar } from '../../ui/state/offline-bar.tsx'
import { SkipLink } from '../skip-link.tsx'

export interface WorkbenchItem {
  readonly key: string
  readonly label: string
  /** For the narrow tab of a phone. */
  readonly short?: string
  readonly icon: IconName
  readonly href: string
  readonly count?: number
}

export interface WorkbenchShellProps {
  /** The community, in the formal voice. */
  readonly place: string
  /** Who works here, in which role. */
  readonly actor: string
  readonly items: readonly WorkbenchItem[]
  /** Key of the item shown. */
  readonly here: string
  /** Below the items: who is on duty tonight. */
  readonly foot?: ComponentChildren
  /** The list, or a whole page where there is no panel. */
  readonly children: ComponentChildren
  /** One thing of the list: beside it at a desk, instead of it on a phone. */
  readonly panel?: ComponentChildren
  /** At a desk the panel's place stays and says what to choose. */
  readonly panelEmpty?: ComponentChildren
}

/** On a phone this many items have a tab; the rest are behind "more". */
const tabCount = 4

const NavItem = ({ item, here }: { readonly item: WorkbenchItem; readonly here: boolean }) => (
  <a class="bench-nav__item" href={item.href} {...(here ? { 'aria-current': 'page' as const } : {})}>
    <Icon name={item.icon} />
    <span class="only-desk">{item.label}</span>
    <span class="only-phone">{item.short ?? item.label}</span>
    {item.count !== undefined && item.count > 0 && <span class="bench-nav__count">{item.count}</span>}
  </a>
)

export const WorkbenchShell = (props: WorkbenchShellProps) => {
  const { place, actor, items, here, foot, children, panel, panelEmpty } = props
  useShell('workbench')
  const { shell } = useCoreWords()
  const [moreOpen, setMoreOpen] = useState(false)
  const side = panel ?? panelEmpty
  const rest = items.slice(tabCount)
  return (
    <div class={`bench ${side === undefined ? 'bench--two' : ''} ${panel === undefined ? '' : 'bench--panel'}`}>
      <SkipLink />
      <nav class="bench-nav" aria-label={shell.tabs}>
        <header class="bench-nav__head">
          <p class="song">{place}</p>
          <p>{actor}</p>
        </header>
        <ul class="bench-nav__items">
          {items.map((item, at) => (
            <li key={item.key} class={at < tabCount ? '' : 'only-desk'}>
              <NavItem item={item} here={item.key === here} />
            </li>
          ))}
          {rest.length > 0 && (
            <li class="only-phone">
              <button
                type="button"
                class="bench-nav__item"
                aria-haspopup="dialog"
                {...(rest.some(({ key }) => key === here) ? { 'aria-current': 'page' as const } : {})}
                onClick={() => setMoreOpen(true)}
              >
                <Icon name="list" />
                <span>{shell.more}</span>
              </button>
            </li>
          )}
        </ul>
        {foot !== undefined && <footer class="bench-nav__foot">{foot}</footer>}
      </nav>
      <main id="main" class="bench-main">
        <h1 class="visually-hidden">
          {place} {items.find(({ key }) => key === here)?.label}
        </h1>
        <div class="bench-list">
          <OfflineBar />
          {children}
        </div>
        {side !== undefined && <div class="bench-panel">{side}</div>}
      </main>
      <Dialog open={moreOpen} title={`${place} · ${actor}`} onClose={() => setMoreOpen(false)}>
        <Rows>
          {rest.map((item) => (
            <RowLine
              key={item.key}
              href={item.href}
              lead={item.icon}
              title={item.label}
              end={item.count === undefined || item.count === 0 ? null : <span class="soft small">{item.count}</span>}
            />
          ))}
        </Rows>
      </Dialog>
    </div>
  )
}
