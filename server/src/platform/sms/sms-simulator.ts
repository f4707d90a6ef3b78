import Fastify, { type FastifyInstance } from 'fastify'
import type { SmsMessage } from './sms-sender.ts'

/** How many messages the simulator remembers. */
const kept = 200

/**
 * An SMS gateway for demos and tests, speaking the same HTTP as the real one. `GET /messages?to=` lists what was sent,
 * newest first; a demo shows it in place of a phone's screen.
 */
export const smsSimulator = (token: string): FastifyInstance => {
  const app = Fastify()
  const messages: (SmsMessage & { at: string })[] = []
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send({ error: 'unauthorized' })
  })
  app.post<{ Body: SmsMessage }>('/messages', async (request, reply) => {
    messages.unshift({ ...request.body, at: new Date().toISOString() })
    messages.length = Math.min(messages.length, kept)
    return reply.code(202).send({ accepted: true })
  })
  app.get<{ Querystring: { to?: string } }>('/messages', async (request) => ({
    messages: messages.filter((message) => request.query.to === undefined || message.to === request.query.to),
  }))
  return app
}
