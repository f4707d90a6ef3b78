import {
  ClientMessage,
  closeCodes,
  maxRoomsPerSocket,
  roomName,
  type ServerMessage,
} from '@shequtong/contract/realtime'
import type { WebSocket } from 'ws'
import type { Door, Visitor } from './door.ts'
import type { Hub, Subscription } from './hub.ts'

/** What may wait for a slow client before it is dropped; it resumes with `since`. */
const maxBufferedBytes = 1_048_576
/** Messages of a client per window; a screen that opens needs a handful. */
const maxMessagesPerWindow = 120
const windowMs = 10_000

export interface Connection {
  readonly visitor: Visitor
  readonly socket: WebSocket
  /** Answered the last ping. */
  alive: boolean
}

interface Deps<V extends Visitor> {
  readonly door: Pick<Door<V>, 'mayEnter' | 'narrows'>
  readonly hub: Hub
  readonly onFault: (error: unknown) => void
}

const parseMessage = (data: unknown): ClientMessage | undefined => {
  try {
    const parsed = ClientMessage.safeParse(JSON.parse(String(data)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Serves one socket of `visitor` until it closes. Its messages are handled one after the other. */
export const serve = <V extends Visitor>(
  socket: WebSocket,
  visitor: V,
  { door, hub, onFault }: Deps<V>,
): Connection => {
  const connection: Connection = { visitor, socket, alive: true }
  const entered = new Map<string, Subscription>()
  let windowStartedAtMs = performance.now()
  let inWindow = 0

  const send = (message: ServerMessage) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > maxBufferedBytes) {
      socket.terminate()
      return
    }
    socket.send(JSON.stringify(message))
    if (message.type !== 'hint') return
    if (message.hint.type === 'capacitiesChanged') socket.close(closeCodes.capacityChanged, 'capacity changed')
    else if (door.narrows(message.hint)) enterAgain(message.room, message.sequence)
  }

  const leave = (room: string) => {
    const subscription = entered.get(room)
    if (subscription !== undefined) hub.leave(room, subscription)
    entered.delete(room)
  }

  const enter = async (room: string, since: number | undefined) => {
    if (!entered.has(room) && entered.size >= maxRoomsPerSocket)
      return send({ type: 'refused', room, problem: 'rate-limited' })
    const entry = await door.mayEnter(visitor, room)
    if (entry !== 'allowed') return send({ type: 'refused', room, problem: entry })
    leave(room)
    const subscription = await hub.enter(room, since, send)
    entered.set(room, subscription)
    // closed while it entered
    if (socket.readyState !== socket.OPEN) leave(room)
  }

  /** Out at once, and in again where that is still allowed; nothing is missed. */
  const enterAgain = (room: string, since: number) => {
    leave(room)
    take(() => enter(room, since))
  }

  const handle = async (data: unknown) => {
    if (performance.now() - windowStartedAtMs > windowMs) {
      windowStartedAtMs = performance.now()
      inWindow = 0
    }
    inWindow += 1
    if (inWindow > maxMessagesPerWindow) return socket.close(closeCodes.tooMuch, 'too many messages')
    const message = parseMessage(data)
    if (message === undefined) return send({ type: 'refused', room: null, problem: 'invalid-input' })
    if ('unsubscribe' in message) return leave(message.unsubscribe)
    await enter(message.subscribe, message.since)
  }

  let turn: Promise<unknown> = enter(roomName('person', { personId: visitor.personId }), undefined).catch(onFault)
  const take = (work: () => Promise<unknown> | unknown) => {
    turn = turn.then(work).catch((error: unknown) => {
      onFault(error)
      socket.close(1011, 'internal')
    })
  }
  socket.on('message', (data) => take(() => handle(data)))
  socket.on('pong', () => {
    connection.alive = true
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    for (const room of [...entered.keys()]) leave(room)
  })
  return connection
}
