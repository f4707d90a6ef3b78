import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { problemWords } from '../messages/problems.ts'
import { useWords } from '../messages/use-words.ts'

export interface FailureWords {
  /** What happened. */
  readonly title: string
  /** What is safe, and the next step. */
  readonly safe: string
}

/** A failure in words for people. */
export const useFailure = (): ((failure: Failure) => FailureWords) => {
  const words = useWords(problemWords)
  return (failure) => {
    const slug = failure instanceof ProblemError ? failure.slug : 'connection'
    return { title: words.title[slug], safe: words.safe[slug] }
  }
}
