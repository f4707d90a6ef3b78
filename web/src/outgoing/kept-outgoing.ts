import { client } from '../api/client.ts'
import type { Input } from '../api/types.ts'
import { backOffMs } from '../realtime/back-off.ts'
import { createOutgoingQueue, type OutgoingQueue } from './outgoing-queue.ts'

const storeKey = 'shequtong.outgoing'

const read = (): string | null => {
  try {
    return localStorage.getItem(storeKey)
  } catch {
    return null
  }
}

const write = (items: string | null): void => {
  try {
    if (items === null) localStorage.removeItem(storeKey)
    else localStorage.setItem(storeKey, items)
  } catch {}
}

/** Where a browser has no locks, two tabs may send the same words; their key makes one of it. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  if (navigator.locks === undefined) return work()
  await navigator.locks.request(storeKey, work)
}

/** The queue of this device. */
export const outgoing: OutgoingQueue = createOutgoingQueue({
  store: { read, write },
  send: ({ name, input, key }) => client.request(name, input as Input<typeof name>, { idempotencyKey: key }),
  backOffMs,
  alone,
})

/** When the connection may be back: the browser says so, or somebody looks again. */
export const watchConnection = (): (() => void) => {
  const look = () => {
    if (!document.hidden) void outgoing.flush()
  }
  addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
  }
}
