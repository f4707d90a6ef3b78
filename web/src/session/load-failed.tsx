import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { problemWords } from '../messages/problems.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { signInOnTheWayTo } from '../sign-in/return-to.ts'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { ErrorState } from '../ui/state/error-state.tsx'
import { useFailure } from './use-failure.ts'

export interface LoadFailedProps {
  readonly error: Failure
  /** Asks again. */
  readonly again: () => void
  /** Inside a page that stands already: no column of its own. */
  readonly inline?: boolean
}

/** A screen that could not be read: not there for you, not signed in, or only not now. */
export const LoadFailed = ({ error, again, inline = false }: LoadFailedProps) => {
  const words = useWords(problemWords)
  const { states } = useCoreWords()
  const { title, safe } = useFailure()(error)
  const slug = error instanceof ProblemError ? error.slug : undefined
  const forGood = slug === 'not-found' || slug === 'not-permitted' || slug === 'unauthenticated'
  const next =
    slug === 'unauthenticated'
      ? { href: signInOnTheWayTo(location.pathname + location.search), word: words.signIn }
      : { href: '/', word: words.home }
  const said = forGood ? (
    <EmptyState
      icon={slug === 'unauthenticated' ? 'key' : 'search'}
      title={title}
      text={safe}
      actions={
        <ButtonLink href={next.href} look="do" size="big">
          {next.word}
        </ButtonLink>
      }
    />
  ) : (
    <ErrorState
      title={title}
      safe={safe}
      wait={slug === undefined || slug === 'rate-limited' || slug === 'dependency-unavailable'}
      actions={
        <Button icon="again" onClick={again}>
          {states.again}
        </Button>
      }
    />
  )
  if (inline) return said
  return (
    <main>
      <Page>
        <h1 class="visually-hidden">{title}</h1>
        {said}
      </Page>
    </main>
  )
}
