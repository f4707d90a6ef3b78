import { useEffect, useState } from 'preact/hooks'
import { useCoreWords, useLanguage } from '../../messages/use-words.ts'
import { Button } from './button.tsx'

export interface ReadAloudProps {
  readonly text: string
  readonly wide?: boolean
  readonly size?: 'big' | 'normal' | 'small'
}

/** Reads the text with the voice of the phone; not there where the browser has none. */
export const ReadAloud = ({ text, wide = false, size = 'normal' }: ReadAloudProps) => {
  const [reading, setReading] = useState(false)
  const { speech } = useCoreWords()
  const language = useLanguage()
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [])
  if (globalThis.speechSynthesis === undefined || globalThis.SpeechSynthesisUtterance === undefined) return null
  const toggle = () => {
    speechSynthesis.cancel()
    if (reading) return setReading(false)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = language
    utterance.rate = 0.9
    utterance.onend = () => setReading(false)
    utterance.onerror = () => setReading(false)
    speechSynthesis.speak(utterance)
    setReading(true)
  }
  return (
    <Button icon={reading ? 'pause' : 'sound'} wide={wide} size={size} pressed={reading} onClick={toggle}>
      {reading ? speech.stop : speech.read}
    </Button>
  )
}
