import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { ErrorState } from '../ui/state/error-state.tsx'

/** A refusal about no field: why, and the next step at the counter. */
export const PaperRefused = ({ failure }: { readonly failure: Failure }) => {
  const { form: words } = useWords(assistedWords)
  const inWords = useFailure()
  const code = failure instanceof ProblemError ? failure.code : undefined
  const known = words.refused as Readonly<Record<string, { readonly title: string; readonly text: string }>>
  const said = code === undefined ? undefined : known[code]
  const plain = inWords(failure)
  return <ErrorState title={said?.title ?? plain.title} safe={said?.text ?? plain.safe} />
}
