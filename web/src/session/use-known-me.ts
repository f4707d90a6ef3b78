import type { Me } from '@shequtong/contract/sessions'
import { useEffect, useRef, useState } from 'preact/hooks'
import { client } from '../api/client.ts'
import { invalidate } from '../api/query-client.ts'

export interface KnownMe {
  /** Whose screens are shown; after the session has ended still theirs, so that nothing typed is lost. */
  readonly known: Me | undefined
  /** The session is over while somebody was at work: to be asked in again. */
  readonly isGone: boolean
  /** Not now. Whatever needs a session asks again. */
  readonly later: () => void
}

/** Who looks, as the server last knew them. */
export const useKnownMe = (me: Me | undefined): KnownMe => {
  const last = useRef<Me | undefined>(undefined)
  const [isPutOff, putOff] = useState(false)
  if (me?.signedIn === true) last.current = me
  const known = last.current ?? me
  const isOver = me !== undefined && !me.signedIn && last.current !== undefined
  useEffect(() => {
    client.onUnauthenticated = () => {
      if (last.current === undefined) return
      putOff(false)
      void invalidate('readMe')
    }
    return () => {
      client.onUnauthenticated = undefined
    }
  }, [])
  return { known, isGone: isOver && !isPutOff, later: () => putOff(true) }
}
