import fastifyCookie from '@fastify/cookie'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { registerRollBodies } from '../dwelling-roll/bodies.ts'
import { registerPhotoBodies } from '../photos/bodies.ts'
import { Refusal } from '../platform/refusal.ts'
import { addressGroup } from './address-group.ts'
import { limitKnocks } from './door-knocks.ts'
import { refuseForeignWrites } from './foreign-origin.ts'
import { handlers } from './handlers.ts'
import { registerJsonBodies } from './json-bodies.ts'
import { mountApi, type Witness } from './mount.ts'
import { refusalOf, sendProblem } from './problem-response.ts'
import type { Services } from './services.ts'
import { refuseUnreadable } from './unreadable-requests.ts'

export interface AppOptions {
  readonly logger?: FastifyServerOptions['logger']
  /**
   * Addresses or networks (CIDR) of the proxies in front of us: what they say in X-Forwarded-For is believed, and nobody
   * else's word. None: the other end of the connection is the visitor.
   */
  readonly trustedProxies?: readonly string[]
  /** Requests a minute from one address to this process; the narrower limits of single endpoints grow and shrink with it. */
  readonly requestsPerMinute?: number
  readonly witness?: Witness
  /** Off in a process that serves nobody but other parts: sockets, jobs. */
  readonly api?: boolean
}

/** From one address: a family, or an office behind one router. */
const generalPerMinute = 1200

/** Content that other sites could abuse stays out: own scripts, own pictures, no frames. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}

export const buildApp = async (services: Services, options: AppOptions = {}): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    // an address may hold a code; log the route, never the address
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // an address that cannot be decoded leads nowhere
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply, new Refusal('not-found'))
    },
    clientErrorHandler: refuseUnreadable,
  })
  await app.register(fastifyCookie)
  const requestsPerMinute = options.requestsPerMinute ?? generalPerMinute
  await app.register(fastifyRateLimit, {
    global: true,
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => addressGroup(ip),
    errorResponseBuilder: (_request, context) =>
      new Refusal('rate-limited', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  })
  limitKnocks(app, services, requestsPerMinute / generalPerMinute)
  refuseForeignWrites(app, { publicUrl: services.settings.publicUrl, onlyHttps: services.settings.secureCookies })
  registerJsonBodies(app)
  registerPhotoBodies(app)
  registerRollBodies(app)
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(securityHeaders)
  })
  app.setErrorHandler((error, request, reply) => {
    const { endpointName } = request.routeOptions.config
    if (endpointName !== undefined) options.witness?.(endpointName, refusalOf(error).slug, undefined)
    return sendProblem(reply, error)
  })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Refusal('not-found')))
  if (options.api ?? true) mountApi(app, handlers, services, options.witness)
  return app
}
