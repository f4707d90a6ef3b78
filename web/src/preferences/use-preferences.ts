import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { enterShell, onPreferences, preferences, setPreferences } from './preference-store.ts'
import type { Preferences, Shell } from './preferences.ts'

/** The preferences of this device, and how to change them. */
export const usePreferences = (): readonly [Preferences, (change: Partial<Preferences>) => Promise<void>] => {
  const [shown, show] = useState(preferences)
  useEffect(() => {
    show(preferences())
    return onPreferences(() => show(preferences()))
  }, [])
  return [shown, setPreferences]
}

export const useShell = (shell: Shell): void => useLayoutEffect(() => enterShell(shell), [shell])
