import type { FastifyReply, FastifyRequest } from 'fastify'

/** `__Host-` binds the cookie to this host, https and path `/` (RFC 6265bis section 4.1.3.2); plain http cannot have it. */
const nameOf = (secure: boolean): string => (secure ? '__Host-shequtong' : 'shequtong')

export const sessionDays = 90

export const readSessionToken = (request: FastifyRequest): string | undefined =>
  request.cookies[nameOf(true)] ?? request.cookies[nameOf(false)]

/** httpOnly and SameSite=Lax; together with the Idempotency-Key header that every write needs, no other site can write. */
export const setSessionCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  reply.setCookie(nameOf(secure), token, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: sessionDays * 86_400,
  })
}

export const clearSessionCookie = (reply: FastifyReply, secure: boolean): void => {
  reply.clearCookie(nameOf(secure), { httpOnly: true, secure, sameSite: 'lax', path: '/' })
}

const wechatNameOf = (secure: boolean): string => `${nameOf(secure)}-wechat`

/** Whoever went to WeChat is whoever comes back: an address of WeChat's sent to somebody else signs nobody in. */
export const setWechatState = (reply: FastifyReply, state: string, secure: boolean, validMs: number): void => {
  reply.setCookie(wechatNameOf(secure), state, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: validMs / 1_000,
  })
}

export const readWechatState = (request: FastifyRequest, secure: boolean): string | undefined =>
  request.cookies[wechatNameOf(secure)]
