import { meWords } from '../messages/me.ts'
import { useWords } from '../messages/use-words.ts'
import { languages, themes } from '../preferences/preferences.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { Section } from '../ui/page/section.tsx'

/** Theme and language of this device; kept here, not on the server. */
export const DeviceSettings = () => {
  const words = useWords(meWords)
  const [{ theme, language }, set] = usePreferences()
  return (
    <Section title={words.deviceTitle}>
      <div class="stack">
        <KindPicker
          legend={words.themeTitle}
          choices={themes.map((value) => ({ value, label: words.theme[value] }))}
          value={theme}
          onChange={(value) => void set({ theme: value })}
        />
        <KindPicker
          legend={words.languageTitle}
          choices={languages.map((value) => ({ value, label: words.language[value] }))}
          value={language}
          onChange={(value) => void set({ language: value })}
        />
      </div>
    </Section>
  )
}
