import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { maxClientMessageBytes } from '@shequtong/contract/realtime'
import type pg from 'pg'
import { WebSocketServer } from 'ws'
import type { Db } from '../database/db.ts'
import { isOwnOrigin, type OwnSite } from '../own-origin.ts'
import { type Connection, serve } from './connection.ts'
import type { Door, Visitor } from './door.ts'
import { createHub } from './hub.ts'
import { listen } from './listener.ts'
import { closeStale, pingAll } from './watch.ts'

export interface RealtimeTimes {
  /** How often sessions are looked at again; a revoked one loses its sockets within this time. */
  readonly watchEveryMs?: number
  /** A socket that leaves a ping unanswered until the next one is dropped. */
  readonly pingEveryMs?: number
}

export interface SocketServerOptions<V extends Visitor> extends RealtimeTimes {
  readonly server: Server
  readonly path: string
  readonly site: OwnSite
  readonly parseCookies: (header: string) => Readonly<Record<string, string | undefined>>
  readonly db: Db
  /** Gives one connection for LISTEN, beside those that requests use. */
  readonly pool: pg.Pool
  readonly door: Door<V>
  readonly onFault: (error: unknown) => void
}

export interface Realtime {
  readonly socketCount: () => number
  /** Says goodbye to every socket and stops listening; may be called twice. */
  readonly stop: () => Promise<void>
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** WebSockets at `path` of `server`: strangers and other sites are refused before the upgrade. */
export const createSocketServer = <V extends Visitor>(options: SocketServerOptions<V>): Realtime => {
  const { server, path, site, parseCookies, db, pool, door, onFault } = options
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxClientMessageBytes, perMessageDeflate: false })
  const connections = new Set<Connection>()
  const hub = createHub(db, onFault)
  const listener = listen(pool, { listening: hub.lookEverywhere, rooms: hub.moved, away: onFault })

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    if (new URL(request.url ?? '/', 'http://host').pathname !== path) return refuse(socket, '404 Not Found')
    // only our own pages may open a socket with the session's cookie
    if (!isOwnOrigin(request.headers, site)) return refuse(socket, '403 Forbidden')
    const visitor = await door.visitorOf(parseCookies(request.headers.cookie ?? ''))
    if (visitor === undefined) return refuse(socket, '401 Unauthorized')
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = serve(webSocket, visitor, { door, hub, onFault })
      connections.add(connection)
      webSocket.on('close', () => connections.delete(connection))
    })
  }
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head).catch((error: unknown) => {
      onFault(error)
      refuse(socket, '503 Service Unavailable')
    })
  }
  server.on('upgrade', onUpgrade)

  const watching = setInterval(
    () => closeStale(door, connections).catch(onFault),
    options.watchEveryMs ?? 5_000,
  ).unref()
  const pinging = setInterval(() => pingAll(connections), options.pingEveryMs ?? 30_000).unref()

  let stopped: Promise<void> | undefined
  const stop = async () => {
    server.off('upgrade', onUpgrade)
    clearInterval(watching)
    clearInterval(pinging)
    for (const { socket } of connections) socket.close(1001, 'going away')
    await listener.stop()
    for (const { socket } of connections) socket.terminate()
  }
  return {
    socketCount: () => connections.size,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
