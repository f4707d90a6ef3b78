import type { CoreWords } from '../../messages/core.ts'
import type { Mode } from '../../preferences/preferences.ts'
import type { Tab } from '../../ui/page/tab-bar.tsx'

export type ResidentTab = 'home' | 'hall' | 'compose' | 'neighbours' | 'me'

/** What can be opened today; saying something is the middle one, in elder mode with a microphone. */
export const residentTabs = ({ shell }: CoreWords, mode: Mode): readonly Tab[] => {
  const home: Tab = { key: 'home', label: shell.home, icon: 'home', href: '/home' }
  const me: Tab = { key: 'me', label: shell.me, icon: 'person', href: '/me' }
  if (mode === 'elder') return [home, { key: 'compose', label: shell.compose, icon: 'mic', href: '/compose' }, me]
  return [home, { key: 'compose', label: shell.compose, icon: 'plus', href: '/compose', filled: true }, me]
}
