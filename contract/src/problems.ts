import * as z from 'zod'

/**
 * The one registry of problems (RFC 9457). `type` on the wire is `/problems/<slug>`; `title` is the English one,
 * told in Chinese to whoever asks for no other language; the words for people live in the web's message files under the same slug.
 */
export const problems = {
  'malformed-body': { status: 400, title: 'The body is not readable JSON' },
  'idempotency-key-missing': { status: 400, title: 'A write needs an Idempotency-Key header' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'not-permitted': { status: 403, title: 'This is not permitted to the capacity you act in' },
  'foreign-origin': { status: 403, title: 'A page of another site may not write here' },
  'not-found': { status: 404, title: 'There is nothing here for you' },
  'transition-refused': { status: 409, title: 'The item is in a state that does not allow this' },
  'idempotency-conflict': { status: 409, title: 'This Idempotency-Key was used for a different request' },
  'done-already': {
    status: 409,
    title: 'This was done before under this Idempotency-Key, and its reply is not shown again',
  },
  'already-exists': { status: 409, title: 'This exists already' },
  'code-revoked': { status: 410, title: 'This code was replaced' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media': { status: 415, title: 'This kind of file is not accepted' },
  'invalid-input': { status: 422, title: 'Some of what was entered cannot be accepted' },
  'rule-refused': { status: 422, title: 'A rule refuses this' },
  'rate-limited': { status: 429, title: 'Too many requests, wait a little' },
  internal: { status: 500, title: 'Something broke on our side' },
  'dependency-unavailable': { status: 503, title: 'Something we depend on does not answer' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemSlug = keyof typeof problems
export const problemSlugs = Object.keys(problems) as ProblemSlug[]

/** Problems that every endpoint may give without naming them. */
export const commonProblems = [
  'malformed-body',
  'foreign-origin',
  'done-already',
  'body-too-large',
  'unsupported-media',
  'rate-limited',
  'internal',
  'dependency-unavailable',
] as const satisfies readonly ProblemSlug[]

export const FieldError = z.object({
  /** RFC 6901 pointer into the body, or the name of a parameter. */
  pointer: z.string(),
  code: z.string(),
  /** In the language of the whole problem (Content-Language). */
  detail: z.string(),
  /** Where in a text that others will read: from `start` to before `end`, in UTF-16 units of the text as it was sent. */
  at: z.object({ start: z.number().int(), end: z.number().int() }).optional(),
  /** Which part of what was given, where that is known: a column, a part of a number. */
  part: z.string().optional(),
})
export type FieldError = z.infer<typeof FieldError>

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  errors: z.array(FieldError).optional(),
  /** `transition-refused`: the state it is in and what that state allows. */
  from: z.string().optional(),
  allowed: z.array(z.string()).optional(),
  /** `rule-refused`, `already-exists`, `code-revoked`: which rule. */
  code: z.string().optional(),
  retryAfterSeconds: z.number().int().optional(),
})
export type Problem = z.infer<typeof Problem>
