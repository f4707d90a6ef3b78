import { useCoreWords } from '../../messages/use-words.ts'
import { usePreferences } from '../../preferences/use-preferences.ts'
import { Button } from './button.tsx'

/** 长辈版 and back, at the same place in both. */
export const ModeSwitch = () => {
  const [{ mode }, set] = usePreferences()
  const { shell } = useCoreWords()
  return mode === 'elder' ? (
    <Button size="small" onClick={() => void set({ mode: 'standard' })}>
      {shell.toStandard}
    </Button>
  ) : (
    <Button size="small" icon="text" onClick={() => void set({ mode: 'elder' })}>
      {shell.toElder}
    </Button>
  )
}
