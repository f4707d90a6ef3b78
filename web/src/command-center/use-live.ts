import type { Hint } from '@shequtong/contract/realtime'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useRoom } from '../realtime/use-room.ts'
import { coalesce } from './coalesce.ts'

/** A district has 567 communities: hints come in crowds, reads do not. */
const everyMs = 2_000

/** Deadlines pass without a hint: what is shown is asked for anew this often. */
export const refreshMs = 60_000

/** While the screen stands, a hint of the room that concerns it asks for the figures anew, every 2 s at most. */
export const useLive = (
  room: string | undefined,
  refetch: () => void,
  concerns: (hint: Hint) => boolean = () => true,
): void => {
  const latest = useRef(refetch)
  latest.current = refetch
  const crowd = useMemo(() => coalesce(() => latest.current(), everyMs), [])
  useEffect(() => crowd.stop, [crowd])
  useRoom(room, (hint) => {
    if (hint === undefined || concerns(hint)) crowd.ask()
  })
}
