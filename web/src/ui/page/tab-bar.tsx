import './bars.css'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'

export interface Tab {
  readonly key: string
  readonly label: string
  readonly icon: IconName
  readonly href: string
  /** The filled one in the middle: its label is read, not shown. */
  readonly filled?: boolean
  /** How many wait here. Read out; shown where there is room. */
  readonly count?: number
}

export interface TabBarProps {
  readonly tabs: readonly Tab[]
  readonly here?: string
  readonly label: string
}

export const TabBar = ({ tabs, here, label }: TabBarProps) => (
  <nav class="tabbar" aria-label={label}>
    {tabs.map(({ key, label: word, icon, href, filled = false }) => (
      <a
        key={key}
        href={href}
        class={filled ? 'tabbar__tab tabbar__tab--filled' : 'tabbar__tab'}
        {...(key === here ? { 'aria-current': 'page' as const } : {})}
      >
        <span class="tabbar__icon">
          <Icon name={icon} />
        </span>
        <span class="tabbar__word">{word}</span>
      </a>
    ))}
  </nav>
)
