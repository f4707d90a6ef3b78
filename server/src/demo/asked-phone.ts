import { createHmac, timingSafeEqual } from 'node:crypto'
import { msPerMinute } from '@shequtong/domain/time'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../http/services.ts'

const name = 'shequtong-demo-phone'
/** As long as a code is worth showing, and the next one besides. */
const keptMs = 15 * msPerMinute

const markOf = ({ settings }: Services, phone: string): string =>
  createHmac('sha256', settings.secret).update(`demo messages ${phone}`).digest('base64url')

/** In a demo: this browser asked for the code of this phone (E.164), and may read it in place of the phone's screen. */
export const rememberAsked = (reply: FastifyReply, services: Services, phone: string): void => {
  if (services.demo?.messages === undefined) return
  reply.setCookie(name, markOf(services, phone), {
    httpOnly: true,
    secure: services.settings.secureCookies,
    sameSite: 'strict',
    path: '/',
    maxAge: keptMs / 1000,
  })
}

export const wasAsked = (request: FastifyRequest, services: Services, phone: string): boolean => {
  const given = Buffer.from(request.cookies[name] ?? '')
  const wanted = Buffer.from(markOf(services, phone))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
