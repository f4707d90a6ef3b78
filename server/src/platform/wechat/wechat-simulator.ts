import { randomBytes } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'

export interface SimulatedWechatUser {
  readonly openid: string
  readonly unionid: string
  readonly snapshot: boolean
}

const codeValidMs = 5 * 60_000

/**
 * WeChat's OAuth for demos and tests, speaking the same HTTP: `/connect/oauth2/authorize` sends the browser back with a
 * single-use code for whoever `?as=` names (or a new visitor), `/sns/oauth2/access_token` exchanges it once.
 */
export const wechatSimulator = (app: { readonly appId: string; readonly secret: string }): FastifyInstance => {
  const server = Fastify()
  const codes = new Map<string, { user: SimulatedWechatUser; expiresAtMs: number }>()

  server.get<{
    Querystring: { appid?: string; redirect_uri?: string; state?: string; as?: string; snapshot?: string }
  }>('/connect/oauth2/authorize', async (request, reply) => {
    const { appid, redirect_uri: redirectUri, state = '', as, snapshot } = request.query
    if (appid !== app.appId || redirectUri === undefined) return reply.code(400).send({ errcode: 40013 })
    const name = as ?? randomBytes(6).toString('hex')
    const code = randomBytes(16).toString('hex')
    codes.set(code, {
      user: { openid: `o-${name}`, unionid: `u-${name}`, snapshot: snapshot === '1' },
      expiresAtMs: Date.now() + codeValidMs,
    })
    const back = new URL(redirectUri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', state)
    return reply.redirect(back.href)
  })

  server.get<{ Querystring: { appid?: string; secret?: string; code?: string } }>(
    '/sns/oauth2/access_token',
    async (request) => {
      const { appid, secret, code = '' } = request.query
      if (appid !== app.appId || secret !== app.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
      const found = codes.get(code)
      codes.delete(code)
      if (found === undefined || found.expiresAtMs < Date.now()) return { errcode: 40029, errmsg: 'invalid code' }
      return {
        access_token: randomBytes(16).toString('hex'),
        expires_in: 7200,
        refresh_token: randomBytes(16).toString('hex'),
        openid: found.user.openid,
        unionid: found.user.unionid,
        scope: 'snsapi_userinfo',
        ...(found.user.snapshot ? { is_snapshotuser: 1 } : {}),
      }
    },
  )
  return server
}
