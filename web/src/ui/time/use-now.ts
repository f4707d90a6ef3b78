import { useEffect, useState } from 'preact/hooks'

const everyMs = 30_000
const listeners = new Set<(now: Date) => void>()
let timer: ReturnType<typeof setInterval> | undefined

const tick = (): void => {
  if (document.hidden) return
  const now = new Date()
  for (const listener of listeners) listener(now)
}

const watch = (listener: (now: Date) => void): (() => void) => {
  listeners.add(listener)
  if (timer === undefined) {
    timer = setInterval(tick, everyMs)
    document.addEventListener('visibilitychange', tick)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', tick)
  }
}

/** The time of this device; moves every 30 seconds and when the page comes back into sight. One timer for all. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => watch(setNow), [])
  return now
}
