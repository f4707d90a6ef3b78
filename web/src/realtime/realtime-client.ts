import type { ClientMessage, closeCodes, Hint, ServerMessage } from '@shequtong/contract/realtime'
import { backOffMs } from './back-off.ts'

/** Of the contract; its values would bring its schemas into the app. */
const signedOutCode: (typeof closeCodes)['signedOut'] = 4401

export interface RoomListener {
  /** Something changed: what, not how. The truth is the API's. */
  readonly onHint: (hint: Hint) => void
  /** Hints may have been missed: read anew. */
  readonly onReset: () => void
}

export interface Realtime {
  /** Listens in a room; the way out is returned. `person` is one's own room, which needs no name. */
  subscribe(room: string, listener: RoomListener): () => void
  /** The page came into sight or went out of it: no new attempts while nobody looks. */
  setVisible(visible: boolean): void
  /** Somebody signed in again after the server had closed the socket on nobody. */
  resume(): void
}

export interface RealtimeOptions {
  readonly address: () => string
  readonly backOffMs?: (failures: number) => number
  readonly visible?: boolean
}

interface RoomState {
  readonly listeners: Set<RoomListener>
  /** The last sequence seen of it. */
  sequence: number | undefined
}

/** Hidden for this long a phone may have let the socket die without a word. */
const staleAfterMs = 60_000

/** From one screen to the next the socket stays. */
const lingerMs = 5_000

/** One's own room: the server enters it by itself and tells its name. */
export const ownRoom = 'person'
const keyOf = (room: string): string => (room.startsWith(`${ownRoom}:`) ? ownRoom : room)

/** One socket for all rooms: opened with the first listener, closed a little after the last, resumed where it broke off. */
export const createRealtime = (options: RealtimeOptions): Realtime => {
  const rooms = new Map<string, RoomState>()
  let socket: WebSocket | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let visible = options.visible ?? true
  let hiddenAtMs = 0
  let ownName: string | undefined

  const tell = (message: ClientMessage) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
  const enter = (key: string, { sequence }: RoomState) => {
    const room = key === ownRoom ? ownName : key
    if (room === undefined || (key === ownRoom && sequence === undefined)) return
    tell({ subscribe: room, ...(sequence === undefined ? {} : { since: sequence }) })
  }

  const hear = (message: ServerMessage) => {
    if (message.type === 'refused') return
    const key = keyOf(message.room)
    const room = rooms.get(key)
    if (key === ownRoom) {
      // the server enters the own room before it hears from where to resume
      if (message.type === 'subscribed' && room?.sequence !== undefined && message.sequence > room.sequence) return
      ownName = message.room
    }
    if (room === undefined) return
    room.sequence = message.sequence
    for (const listener of [...room.listeners])
      if (message.type === 'hint') listener.onHint(message.hint)
      else if (message.type === 'reset') listener.onReset()
  }

  const open = () => {
    clearTimeout(timer)
    timer = undefined
    if (socket !== undefined || rooms.size === 0 || !visible) return
    const opened = new WebSocket(options.address())
    socket = opened
    opened.onopen = () => {
      failures = 0
      for (const [key, room] of rooms) enter(key, room)
    }
    opened.onmessage = ({ data }) => hear(JSON.parse(String(data)) as ServerMessage)
    opened.onclose = ({ code }) => {
      if (socket !== opened) return
      socket = undefined
      if (code === signedOutCode || rooms.size === 0) return
      timer = setTimeout(open, (options.backOffMs ?? backOffMs)(failures))
      failures += 1
    }
  }

  const drop = () => {
    const dropped = socket
    socket = undefined
    dropped?.close()
  }

  const leave = (key: string, room: RoomState, listener: RoomListener) => {
    room.listeners.delete(listener)
    if (room.listeners.size > 0 || rooms.get(key) !== room) return
    rooms.delete(key)
    if (key !== ownRoom) tell({ unsubscribe: key })
    if (rooms.size > 0) return
    clearTimeout(timer)
    timer = setTimeout(drop, lingerMs)
  }

  return {
    subscribe(room, listener) {
      const key = keyOf(room)
      const state = rooms.get(key) ?? { listeners: new Set<RoomListener>(), sequence: undefined }
      const isNew = !rooms.has(key)
      rooms.set(key, state)
      state.listeners.add(listener)
      open()
      if (isNew) enter(key, state)
      return () => leave(key, state, listener)
    },
    setVisible(now) {
      if (visible === now) return
      visible = now
      if (!visible) {
        hiddenAtMs = performance.now()
        return
      }
      if (performance.now() - hiddenAtMs > staleAfterMs) drop()
      failures = 0
      open()
    },
    resume() {
      failures = 0
      open()
    },
  }
}
