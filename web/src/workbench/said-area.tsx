import { type Naming, WordsArea } from '../mentions/mention-area.tsx'
import type { TextAreaProps } from '../ui/form/text-area.tsx'
import type { Said } from './use-said.ts'

type SaidAreaProps = Omit<TextAreaProps, 'value' | 'onInput' | 'limit' | 'marks' | 'error'> & {
  readonly said: Said
  /** Beside keeping them here. */
  readonly onText?: (text: string) => void
  readonly naming?: Naming
}

/** The field of words that others will read, with what keeps them from being sent. */
export const SaidArea = ({ said, onText, ...field }: SaidAreaProps) => (
  <WordsArea
    {...field}
    value={said.text}
    onInput={(text) => {
      said.onInput(text)
      onText?.(text)
    }}
    limit={said.limit}
    marks={said.marks}
    error={said.error}
  />
)
