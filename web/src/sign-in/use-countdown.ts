import { useEffect, useState } from 'preact/hooks'

/** Whole seconds left; `start` begins anew. Counts by the clock, so that a sleeping phone does not stretch it. */
export const useCountdown = (): readonly [number, (seconds: number) => void] => {
  const [endsAt, setEndsAt] = useState(0)
  const [, tick] = useState(0)
  const left = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000))
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => tick((count) => count + 1), 1000)
    return () => clearTimeout(timer)
  })
  return [left, (seconds) => setEndsAt(Date.now() + seconds * 1000)]
}
