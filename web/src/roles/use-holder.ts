import { useState } from 'preact/hooks'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { colleagueWords } from '../messages/colleagues.ts'
import { useWords } from '../messages/use-words.ts'
import { type HolderDraft, holderFaults, noHolder } from './holder.ts'

export interface HolderFields {
  readonly draft: HolderDraft
  readonly write: (part: Partial<HolderDraft>) => void
  readonly errorOf: (field: keyof HolderDraft) => string | undefined
  /** Whether it may be sent; shows why not. */
  readonly check: () => boolean
}

/** A code of the rules or of the server in words. */
export const useGrantRefusal = (): ((code: string) => string) => {
  const { refusals } = useWords(colleagueWords)
  return (code) => (Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : refusals.other)
}

/** The fields of whoever is to hold a role, with what the rules or the server say against them. */
export const useHolder = (failure: Failure | undefined): HolderFields => {
  const refusal = useGrantRefusal()
  const [draft, setDraft] = useState(noHolder)
  const [tried, setTried] = useState(false)
  const faults = holderFaults(draft, new Date())
  return {
    draft,
    write: (part) => {
      setDraft({ ...draft, ...part })
      setTried(false)
    },
    errorOf: (field) => {
      if (!tried) return undefined
      const refused =
        failure instanceof ProblemError
          ? failure.errors.find(({ pointer }) => pointer === `/${field}`)?.code
          : undefined
      const code = faults[field] ?? refused
      return code === undefined ? undefined : refusal(code)
    },
    check: () => {
      setTried(true)
      return Object.keys(faults).length === 0
    },
  }
}

/** A refusal that no field shows, as a failure for the form or as words of our own. */
export const formRefusal = (failure: Failure | undefined): { code: string } | { failure: Failure | undefined } => {
  if (!(failure instanceof ProblemError)) return { failure }
  if (failure.slug === 'transition-refused') return { code: 'ended' }
  if (failure.code === 'role-held' || failure.code === 'successor-is-leaver') return { code: failure.code }
  return { failure: failure.errors.length > 0 ? undefined : failure }
}
