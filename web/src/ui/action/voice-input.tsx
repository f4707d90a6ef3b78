import { useEffect, useRef, useState } from 'preact/hooks'
import { useCoreWords, useLanguage } from '../../messages/use-words.ts'
import { Button } from './button.tsx'

interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null
  onend: (() => void) | null
  onerror: (() => void) | null
  start(): void
  stop(): void
  abort(): void
}

/** The Web Speech recogniser under the name this browser gives it. */
const recogniser = (): (new () => Recognition) | undefined => {
  const names = globalThis as {
    SpeechRecognition?: new () => Recognition
    webkitSpeechRecognition?: new () => Recognition
  }
  return names.SpeechRecognition ?? names.webkitSpeechRecognition
}

export interface VoiceInputProps {
  /** All that was heard since the button was pressed; called again as more is understood. */
  readonly onHeard: (text: string) => void
  readonly wide?: boolean
  readonly size?: 'big' | 'normal' | 'small'
}

/** Speaking instead of typing; not there where the browser cannot listen. */
export const VoiceInput = ({ onHeard, wide = false, size = 'normal' }: VoiceInputProps) => {
  const [listening, setListening] = useState(false)
  const running = useRef<Recognition | undefined>(undefined)
  const heard = useRef(onHeard)
  heard.current = onHeard
  const { speech } = useCoreWords()
  const language = useLanguage()
  useEffect(() => () => running.current?.abort(), [])
  const Recogniser = recogniser()
  if (Recogniser === undefined) return null
  const toggle = () => {
    if (listening) return running.current?.stop()
    const recognition = new Recogniser()
    recognition.lang = language
    recognition.continuous = true
    recognition.interimResults = true
    recognition.onresult = ({ results }) =>
      heard.current(Array.from(results, (said) => said[0]?.transcript ?? '').join(''))
    recognition.onend = () => setListening(false)
    recognition.onerror = () => setListening(false)
    running.current = recognition
    recognition.start()
    setListening(true)
  }
  return (
    <Button icon="mic" wide={wide} size={size} pressed={listening} onClick={toggle}>
      {listening ? speech.listening : speech.say}
    </Button>
  )
}
