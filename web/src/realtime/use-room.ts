import type { Hint, realtimePath } from '@shequtong/contract/realtime'
import { useEffect, useRef } from 'preact/hooks'
import { apiRoot } from '../api/address.ts'
import { createRealtime, ownRoom, type Realtime } from './realtime-client.ts'

export { ownRoom }

const path: typeof realtimePath = '/realtime'

let shared: Realtime | undefined

const realtime = (): Realtime => {
  if (shared !== undefined) return shared
  const created = createRealtime({
    address: () => `${location.origin.replace(/^http/, 'ws')}${apiRoot}${path}`,
    visible: !document.hidden,
  })
  document.addEventListener('visibilitychange', () => created.setVisible(!document.hidden))
  shared = created
  return created
}

/** After signing in again on a page that stayed open. */
export const resumeRealtime = (): void => shared?.resume()

/**
 * While the component stands, `onHint` is told of every change in the room; undefined tells that hints may have been missed.
 * The usual answer to both is to invalidate what was read. An undefined room is no room yet.
 */
export const useRoom = (room: string | undefined, onHint: (hint: Hint | undefined) => void): void => {
  const latest = useRef(onHint)
  latest.current = onHint
  useEffect(() => {
    if (room === undefined) return
    return realtime().subscribe(room, {
      onHint: (hint) => latest.current(hint),
      onReset: () => latest.current(undefined),
    })
  }, [room])
}
