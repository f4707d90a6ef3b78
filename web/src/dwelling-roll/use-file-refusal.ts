import { rollFields } from '@shequtong/domain/dwelling-roll/roll-words'
import { ConnectionError, ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { useFailure } from '../session/use-failure.ts'

/** Why a table could not be taken and what to do now. */
export const useFileRefusal = (): ((failure: Failure) => string) => {
  const { file: words, fields, comma } = useWords(rollWords)
  const { both } = useWords(workbenchWords).refusals
  const failureWords = useFailure()
  return (failure) => {
    if (failure instanceof ConnectionError) return words.connection
    if (failure instanceof ProblemError) {
      const code = failure.errors[0]?.code ?? failure.code ?? failure.slug
      if (code === 'roll-columns-missing') {
        const named = rollFields.filter((field) => failure.errors.some(({ pointer }) => pointer === `/${field}`))
        return words[code](named.map((field) => fields[field]).join(comma))
      }
      const said = code in words ? words[code as keyof typeof words] : undefined
      if (typeof said === 'string') return said
    }
    const { title, safe } = failureWords(failure)
    return both(title, safe)
  }
}
