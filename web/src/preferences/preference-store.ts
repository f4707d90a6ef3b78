import { loadEnglish } from '../messages/words.ts'
import { type Preferences, parsePreferences, preferencesKey, type Shell, shownTheme } from './preferences.ts'

const read = (): string | null => {
  try {
    return localStorage.getItem(preferencesKey)
  } catch {
    return null
  }
}

let current: Preferences = parsePreferences(read())
let shell: Shell = 'resident'
const listeners = new Set<() => void>()
const night = matchMedia('(prefers-color-scheme: dark)')

const apply = (): void => {
  const html = document.documentElement
  html.dataset.theme = shownTheme(current.theme, night.matches, shell)
  html.dataset.mode = current.mode
  html.dataset.shell = shell
  html.lang = current.language
}

night.addEventListener('change', apply)

export const preferences = (): Preferences => current

export const onPreferences = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows and keeps the change; where nothing can be kept it lasts until the page is left. English words are there before they are shown. */
export const setPreferences = async (change: Partial<Preferences>): Promise<void> => {
  if (change.language === 'en') await loadEnglish()
  current = { ...current, ...change }
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(current))
  } catch {}
  apply()
  for (const listener of listeners) listener()
}

/** Each shell has its own sizes and, in the command center, its own night. */
export const enterShell = (entered: Shell): void => {
  shell = entered
  apply()
}

/** What was typed and not sent goes; how this device shows things stays. */
export const forgetDrafts = (): void => {
  sessionStorage.clear()
  for (const key of Object.keys(localStorage)) if (key !== preferencesKey) localStorage.removeItem(key)
}
