import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { memberWords } from '../messages/members.ts'
import { useWords } from '../messages/use-words.ts'
import { useRefusal } from '../workbench/use-refusal.ts'

/** Why the committee's act about a member was refused, and what to do now. */
export const useMemberRefusal = (): ((failure: Failure) => string) => {
  const { refusals } = useWords(memberWords)
  const others = useRefusal()
  return (failure) => {
    const code = failure instanceof ProblemError ? failure.code : undefined
    return code !== undefined && Object.hasOwn(refusals, code)
      ? refusals[code as keyof typeof refusals]
      : others(failure)
  }
}
