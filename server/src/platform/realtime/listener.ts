import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type RoomSequences, realtimeChannel } from './publish.ts'

const reconnectAfterMs = 500

export interface Listener {
  stop(): Promise<void>
}

/**
 * Keeps one connection of `pool` for LISTEN and takes another when it breaks. `onListening` is called each time it listens
 * (again): what was notified in between is lost, so whoever listens must look for itself then.
 * The pool must reach PostgreSQL directly or through a pooler in session mode.
 */
export const listen = (
  pool: pg.Pool,
  on: {
    readonly listening: () => void
    readonly rooms: (rooms: RoomSequences) => void
    readonly away?: (error: unknown) => void
  },
): Listener => {
  const stopping = new AbortController()
  let client: pg.PoolClient | undefined

  const once = async (): Promise<void> => {
    const connected = await pool.connect()
    client = connected
    let broken: Error | undefined
    try {
      await new Promise<void>((resolve, reject) => {
        connected.on('error', reject)
        connected.on('end', () => reject(new Error('the connection ended')))
        connected.on('notification', ({ payload }) => on.rooms(JSON.parse(payload ?? '{}') as RoomSequences))
        stopping.signal.addEventListener('abort', () => resolve(), { once: true })
        connected.query(`listen ${realtimeChannel}`).then(() => on.listening(), reject)
        if (stopping.signal.aborted) resolve()
      })
    } catch (error) {
      broken = error as Error
      throw error
    } finally {
      client = undefined
      connected.removeAllListeners('notification')
      // never back into the pool: it listens
      connected.release(broken ?? true)
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await once().catch((error: unknown) => on.away?.(error))
      if (!stopping.signal.aborted)
        await sleep(reconnectAfterMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  })()

  return {
    async stop() {
      stopping.abort()
      if (client === undefined) return
      await running
    },
  }
}
