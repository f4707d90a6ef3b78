import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { PageSkeleton } from '../ui/state/page-skeleton.tsx'
import { homeOf, useSession } from './session.tsx'

/** A screen of anybody who is signed in. */
export const SignedInOnly = ({ children }: { readonly children: ComponentChildren }) => {
  const { me } = useSession()
  const { route } = useLocation()
  useEffect(() => {
    if (!me.signedIn) route(homeOf(me), true)
  }, [me.signedIn])
  return me.signedIn ? children : <PageSkeleton />
}
