import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { useFailure } from '../session/use-failure.ts'
import { faultOfCode, type WordFault } from './word-fault.ts'

/** What the server did not accept in the field at `pointer`. */
export const fieldFaultOf = (failure: Failure | undefined, pointer: string): WordFault | undefined => {
  if (!(failure instanceof ProblemError)) return undefined
  const error = failure.errors.find((one) => one.pointer === pointer)
  return error === undefined ? undefined : faultOfCode(error.code)
}

/** Why an act was refused and what to do now, in a sentence or two. */
export const useRefusal = (): ((failure: Failure) => string) => {
  const { codes, both } = useWords(workbenchWords).refusals
  const failureWords = useFailure()
  return (failure) => {
    const code = failure instanceof ProblemError ? failure.code : undefined
    if (code !== undefined && Object.hasOwn(codes, code)) return codes[code as keyof typeof codes]
    const { title, safe } = failureWords(failure)
    return both(title, safe)
  }
}
