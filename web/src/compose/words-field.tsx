import { findPersonalData } from '@shequtong/domain/text/personal-data'
import { useRef } from 'preact/hooks'
import { type Naming, WordsArea } from '../mentions/mention-area.tsx'
import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import { VoiceInput } from '../ui/action/voice-input.tsx'

/** Code points that the server takes. */
const limit = 2_000

interface WordsFieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly error: string | undefined
  readonly placeholder?: string
  readonly naming?: Naming | undefined
}

/** The words themselves, typed or spoken; numbers that would give somebody away are marked while typing. */
export const WordsField = ({ value, onChange, error, placeholder, naming }: WordsFieldProps) => {
  const words = useWords(composeWords)
  const before = useRef<string | undefined>(undefined)
  const marks = findPersonalData(value).map(({ at }) => at)
  const said = marks.length > 0 ? words.errors.personalData : error
  return (
    <div class="stack">
      <WordsArea
        naming={naming}
        label={words.textLabel}
        value={value}
        onInput={(text) => {
          before.current = undefined
          onChange(text)
        }}
        rows={4}
        limit={limit}
        marks={marks}
        placeholder={placeholder ?? words.textPlaceholder}
        {...(said === undefined ? {} : { error: said })}
      />
      <VoiceInput
        wide
        onHeard={(heard) => {
          before.current ??= value
          onChange(before.current + heard)
        }}
      />
    </div>
  )
}
