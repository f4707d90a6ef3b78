import '../shell.css'
import './resident.css'
import type { ComponentChildren } from 'preact'
import { useCoreWords } from '../../messages/use-words.ts'
import { usePreferences, useShell } from '../../preferences/use-preferences.ts'
import { TabBar } from '../../ui/page/tab-bar.tsx'
import { OfflineBar } from '../../ui/state/offline-bar.tsx'
import { SkipLink } from '../skip-link.tsx'
import { type ResidentTab, residentTabs } from './tabs.ts'

export interface ResidentShellProps {
  /** The tab this page belongs to; without it the page has its own sticky action and no tab bar. */
  readonly tab?: ResidentTab
  /** Posts that wait for the net. */
  readonly waiting?: number
  readonly waitingHref?: string
  readonly children: ComponentChildren
}

export const ResidentShell = ({ tab, waiting = 0, waitingHref, children }: ResidentShellProps) => {
  useShell('resident')
  const words = useCoreWords()
  const [{ mode }] = usePreferences()
  return (
    <div class={tab === undefined ? 'resident' : 'resident resident--tabs'}>
      <SkipLink />
      <OfflineBar waiting={waiting} {...(waitingHref === undefined ? {} : { href: waitingHref })} />
      <main id="main">{children}</main>
      {tab !== undefined && <TabBar tabs={residentTabs(words, mode)} here={tab} label={words.shell.tabs} />}
    </div>
  )
}
