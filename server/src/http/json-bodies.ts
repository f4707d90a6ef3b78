import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../platform/refusal.ts'

/**
 * JSON bodies are UTF-8 (RFC 8259 section 8.1): bytes that are none are refused, so that nobody's words are stored with
 * replacement characters in them. Keys that would reach a prototype are refused, too.
 */
export const registerJsonBodies = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer
    if (!isUtf8(bytes)) return done(new Refusal('malformed-body'))
    parse(request, bytes.toString('utf8'), done)
  })
}
