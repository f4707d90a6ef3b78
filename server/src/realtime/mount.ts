import { realtimePath } from '@shequtong/contract/realtime'
import type { FastifyInstance } from 'fastify'
import { apiRoot } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { createSocketServer, type Realtime, type RealtimeTimes } from '../platform/realtime/socket-server.ts'
import { doorOf } from './door.ts'

/** Mounts the WebSocket on the HTTP server of `app`; it stops with `app.close()`, or before it with `stop`. */
export const mountRealtime = (
  app: FastifyInstance,
  services: Pick<Services, 'db' | 'pool' | 'clock' | 'territory' | 'settings'>,
  times: RealtimeTimes = {},
): Realtime => {
  const realtime = createSocketServer({
    server: app.server,
    path: `${apiRoot}${realtimePath}`,
    site: { publicUrl: services.settings.publicUrl, onlyHttps: services.settings.secureCookies },
    parseCookies: (header) => app.parseCookie(header),
    db: services.db,
    pool: services.pool,
    door: doorOf(services),
    onFault: (error) => app.log.error({ fault: String(error) }, 'realtime'),
    ...times,
  })
  app.addHook('preClose', realtime.stop)
  return realtime
}
