import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { rotaWords } from '../messages/rota.ts'
import { useWords } from '../messages/use-words.ts'
import { useRefusal } from '../workbench/use-refusal.ts'

/** Why the rota did not take it. */
export const useRotaRefusal = (): ((failure: Failure) => string) => {
  const { refusals } = useWords(rotaWords)
  const other = useRefusal()
  return (failure) => {
    const code = failure instanceof ProblemError ? failure.code : undefined
    if (code !== undefined && Object.hasOwn(refusals, code)) return refusals[code as keyof typeof refusals]
    return other(failure)
  }
}
