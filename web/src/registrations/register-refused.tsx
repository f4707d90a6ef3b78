import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { registrationWords } from '../messages/registrations.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { ButtonLink } from '../ui/action/button.tsx'
import { ErrorState } from '../ui/state/error-state.tsx'

/** A refusal that is about no field: what happened, and the way on. */
export const RegisterRefused = ({ failure, code }: { readonly failure: Failure; readonly code: string }) => {
  const words = useWords(registrationWords)
  const inWords = useFailure()
  const reason =
    failure instanceof ProblemError ? (failure.slug === 'code-revoked' ? failure.slug : failure.code) : undefined
  const known = words.refused as Readonly<Record<string, { readonly title: string; readonly text: string }>>
  const said = reason === undefined ? undefined : known[reason]
  if (said === undefined) {
    const { title, safe } = inWords(failure)
    return <ErrorState title={title} safe={safe} />
  }
  const next: Readonly<Record<string, readonly [string, string]>> = {
    'already-member': ['/home', words.goHome],
    'registration-open': ['/registrations', words.seeMine],
    'code-revoked': [`/j/${encodeURIComponent(code)}`, words.toGate],
  }
  const [href, label] = next[reason ?? ''] ?? ['/', words.goHome]
  return <ErrorState title={said.title} safe={said.text} actions={<ButtonLink href={href}>{label}</ButtonLink>} />
}
