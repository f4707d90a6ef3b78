import { roomName, type ServerMessage } from '@shequtong/contract/realtime'
import type { Db } from '../database/db.ts'
import { isResumable, messagesAfter, roomState } from './history.ts'
import type { RoomSequences } from './publish.ts'

/** One socket in one room. */
export interface Subscription {
  readonly send: (message: ServerMessage) => void
  /** The last sequence it was given. */
  sent: number
}

interface RoomHere {
  readonly subscriptions: Set<Subscription>
  pumping: Promise<void> | undefined
  again: boolean
}

export interface Hub {
  /** Enters a room: tells where it stands, then everything after `since`, then what comes. */
  enter(room: string, since: number | undefined, send: Subscription['send']): Promise<Subscription>
  leave(room: string, subscription: Subscription): void
  /** These rooms moved on. */
  moved(rooms: RoomSequences): void
  /** Hints may have been missed: looks into every room that has somebody in it. */
  lookEverywhere(): void
}

const retryAfterMs = 1_000

const personRooms = roomName('person', { personId: '' })
const isOfPerson = (name: string): boolean => name.startsWith(personRooms)

/**
 * The rooms of this process. However many sockets are in a room, its messages are read once: from the one that is furthest
 * behind on, each socket taking what it does not have.
 */
export const createHub = (db: Db, onFault: (error: unknown) => void): Hub => {
  const rooms = new Map<string, RoomHere>()

  const deliver = async (name: string, room: RoomHere): Promise<void> => {
    while (room.subscriptions.size > 0) {
      const from = Math.min(...[...room.subscriptions].map(({ sent }) => sent))
      const messages = await messagesAfter(db, name, from)
      if (messages.length === 0) return
      for (const subscription of room.subscriptions)
        for (const { sequence, hint } of messages) {
          // what it was just told made it leave
          if (!room.subscriptions.has(subscription)) break
          if (sequence <= subscription.sent) continue
          subscription.sent = sequence
          subscription.send({ type: 'hint', room: name, sequence, hint })
        }
    }
  }

  /** Resolves when everything that stands in the room now was given out. */
  const pump = async (name: string): Promise<void> => {
    const room = rooms.get(name)
    if (room === undefined) return
    room.again = true
    room.pumping ??= (async () => {
      while (room.again) {
        room.again = false
        await deliver(name, room)
      }
    })()
      .catch((error: unknown) => {
        onFault(error)
        setTimeout(() => void pump(name), retryAfterMs).unref()
      })
      .finally(() => {
        room.pumping = undefined
        if (room.again) void pump(name)
      })
    await room.pumping
  }

  let toldOfRights: Promise<unknown> = Promise.resolve()
  /** What persons are told of their own rights goes out before what rooms say that they may have lost. */
  const pumpAll = (names: readonly string[]): void => {
    toldOfRights = Promise.all([toldOfRights, ...names.filter(isOfPerson).map(pump)])
    void toldOfRights.then(() => {
      for (const name of names) if (!isOfPerson(name)) void pump(name)
    })
  }

  return {
    async enter(name, since, send) {
      const state = await roomState(db, name)
      const resumes = since === undefined || isResumable(state, since)
      const subscription = { send, sent: resumes && since !== undefined ? since : state.lastSequence }
      send({ type: resumes ? 'subscribed' : 'reset', room: name, sequence: subscription.sent })
      const room = rooms.get(name) ?? { subscriptions: new Set(), pumping: undefined, again: false }
      room.subscriptions.add(subscription)
      rooms.set(name, room)
      void pump(name)
      return subscription
    },
    leave(name, subscription) {
      const room = rooms.get(name)
      room?.subscriptions.delete(subscription)
      if (room?.subscriptions.size === 0) rooms.delete(name)
    },
    moved(moved) {
      pumpAll(Object.keys(moved))
    },
    lookEverywhere() {
      pumpAll([...rooms.keys()])
    },
  }
}
