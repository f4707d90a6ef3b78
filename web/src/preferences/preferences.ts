export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** `elder` is 长辈版: larger words and targets, fewer things per screen. */
export const modes = ['standard', 'elder'] as const
export type Mode = (typeof modes)[number]

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

export interface Preferences {
  readonly theme: Theme
  readonly mode: Mode
  readonly language: Language
}

export const defaultPreferences: Preferences = { theme: 'system', mode: 'standard', language: 'zh-CN' }

/** Also read by public/before-paint.js. */
export const preferencesKey = 'shequtong.preferences'

const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.includes(value as T) ? (value as T) : otherwise

/** What was kept, field by field: anything unknown falls back to its default. */
export const parsePreferences = (kept: string | null): Preferences => {
  let raw: Partial<Record<keyof Preferences, unknown>> = {}
  try {
    raw = (JSON.parse(kept ?? '{}') ?? {}) as typeof raw
  } catch {
    return defaultPreferences
  }
  return {
    theme: oneOf(themes, raw.theme, defaultPreferences.theme),
    mode: oneOf(modes, raw.mode, defaultPreferences.mode),
    language: oneOf(languages, raw.language, defaultPreferences.language),
  }
}

export type Shell = 'resident' | 'workbench' | 'command'

/** The value of `data-theme`: the command center's own night is ink, whatever the night of the phone is. */
export const shownTheme = (theme: Theme, systemIsDark: boolean, shell: Shell): 'light' | 'dark' | 'ink' => {
  if (shell === 'command') return theme === 'light' ? 'light' : 'ink'
  if (theme === 'system') return systemIsDark ? 'dark' : 'light'
  return theme
}
