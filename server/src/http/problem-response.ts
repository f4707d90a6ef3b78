import { type Problem, problems } from '@shequtong/contract/problems'
import type { FastifyError, FastifyReply } from 'fastify'
import { Refusal } from '../platform/refusal.ts'
import { fieldWords } from './field-words.ts'
import { problemTitles } from './problem-titles.ts'
import { type Language, languageFor, problemWords } from './problem-words.ts'

/** The problem document of a refusal (RFC 9457), every word of it in the reader's language; type and codes are for programs. */
export const problemOf = ({ slug, extension: { errors, ...extension } }: Refusal, language: Language): Problem => ({
  type: `/problems/${slug}`,
  title: language === 'en' ? problems[slug].title : problemTitles[slug],
  status: problems[slug].status,
  detail: problemWords[slug][language],
  ...extension,
  ...(errors === undefined
    ? {}
    : { errors: errors.map((fault) => ({ ...fault, detail: fieldWords(fault.code, language) })) }),
})

/** Connection failures of the database: the request did nothing and may be repeated. */
const databaseAway = /^(08|57P|53)|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT/

/** Constraints that decide a race between two requests of one person; the one that loses is told what the other did. */
const existing: Readonly<Record<string, string>> = {
  registrations_one_open: 'registration-open',
  memberships_one_living: 'already-member',
}

const pathOfFault = (error: Error): string => (error.stack ?? error.message).split('\n').slice(0, 12).join('\n')

/** Turns whatever was thrown into a refusal. Unknown faults become `internal` without detail. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error
  const fault = error as Partial<FastifyError> & { code?: string }
  if (fault.statusCode === 413) return new Refusal('body-too-large')
  if (fault.statusCode === 415) return new Refusal('unsupported-media')
  if (fault.statusCode === 429) return new Refusal('rate-limited', { retryAfterSeconds: 60 })
  if (fault.statusCode === 404) return new Refusal('not-found')
  if (fault.statusCode === 400) return new Refusal('malformed-body')
  const exists = existing[(error as { constraint?: string }).constraint ?? '']
  if (fault.code === '23505' && exists !== undefined) return new Refusal('already-exists', { code: exists })
  if (
    databaseAway.test(fault.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(fault.message ?? '')
  )
    return new Refusal('dependency-unavailable')
  return new Refusal('internal')
}

export const sendProblem = (reply: FastifyReply, error: unknown): FastifyReply => {
  const refusal = refusalOf(error)
  if (refusal.slug === 'internal' || refusal.slug === 'dependency-unavailable')
    reply.log.error({ fault: error instanceof Error ? pathOfFault(error) : String(error) }, 'request failed')
  if (refusal.extension.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(refusal.extension.retryAfterSeconds))
  const language = languageFor(reply.request.headers['accept-language'])
  return reply
    .code(problems[refusal.slug].status)
    .header('content-language', language)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, language)))
}
