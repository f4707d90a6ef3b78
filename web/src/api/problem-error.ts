import type { FieldError, Problem, ProblemSlug } from '@shequtong/contract/problems'

/** The server refused: one of the contract's problems (RFC 9457). */
export class ProblemError extends Error {
  readonly slug: ProblemSlug
  readonly status: number
  /** One per field that cannot be accepted; empty when the problem is not about fields. */
  readonly errors: readonly FieldError[]
  /** `transition-refused`: the state the item is in, and what that state allows. */
  readonly from: string | undefined
  readonly allowed: readonly string[]
  /** Which rule refused. */
  readonly code: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(slug: ProblemSlug, status: number, problem: Partial<Problem> = {}) {
    super(problem.title ?? slug)
    this.name = 'ProblemError'
    this.slug = slug
    this.status = status
    this.errors = problem.errors ?? []
    this.from = problem.from
    this.allowed = problem.allowed ?? []
    this.code = problem.code
    this.retryAfterSeconds = problem.retryAfterSeconds
  }
}

/** Nothing came back: no network, or the server is not there. Whether a write arrived is unknown; its key tells. */
export class ConnectionError extends Error {
  constructor(cause?: unknown) {
    super('no connection', { cause })
    this.name = 'ConnectionError'
  }
}

const typePrefix = '/problems/'

/** The refusal in a reply that is not 2xx. What a proxy said instead of us becomes the nearest problem of ours. */
export const problemErrorOf = (status: number, contentType: string, text: string): ProblemError => {
  if (contentType.startsWith('application/problem+json')) {
    try {
      const problem = JSON.parse(text) as Problem
      if (problem.type.startsWith(typePrefix))
        return new ProblemError(problem.type.slice(typePrefix.length) as ProblemSlug, status, problem)
    } catch {
      // cut off on the way
    }
  }
  if (status === 413) return new ProblemError('body-too-large', status)
  if (status === 429) return new ProblemError('rate-limited', status)
  return new ProblemError([502, 503, 504].includes(status) ? 'dependency-unavailable' : 'internal', status)
}
